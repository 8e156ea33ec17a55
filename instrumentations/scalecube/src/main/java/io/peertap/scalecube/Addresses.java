package io.peertap.scalecube;

import io.peertap.api.Getter;
import io.scalecube.cluster.Member;

/** Addresses as {@code host:port}: strings since 2.7, a type of ScaleCube's own before. */
final class Addresses {

  private static final Getter ADDRESS = Getter.method("address");

  private Addresses() {}

  static String of(Member member) {
    return ADDRESS.of(member).toString();
  }
}
