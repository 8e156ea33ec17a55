package io.peertap.testapp.dkg;

import io.peertap.testapp.crypto.KeyShare;
import java.util.List;

/** A group's key with the shares of the members that one node controls. */
public record Membership(GroupKey key, List<KeyShare> shares) {

  /** The name of the key. */
  public String id() {
    return key.id();
  }
}
