package io.libp2p.core.crypto;

import crypto.pb.Crypto;

/** Signatures only. */
public abstract class PubKey {
  /** What kind of key it is. */
  public abstract Crypto.KeyType getKeyType();
}
