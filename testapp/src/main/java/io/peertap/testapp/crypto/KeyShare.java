package io.peertap.testapp.crypto;

import java.math.BigInteger;

/** The secret share of one member. */
public record KeyShare(int member, BigInteger secret) {

  @Override
  public String toString() {
    return "share of member " + member;
  }
}
