package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.bouncycastle.math.ec.ECPoint;

/** Finds the value at zero from the values of enough members. */
public final class Lagrange {

  private Lagrange() {}

  /** The weight of a member's value among those of all the members given. */
  static BigInteger weight(int member, Collection<Integer> members) {
    BigInteger above = BigInteger.ONE;
    BigInteger below = BigInteger.ONE;
    for (int other : members) {
      if (other != member) {
        above = above.multiply(BigInteger.valueOf(other)).mod(Secp256k1.order());
        below = below.multiply(BigInteger.valueOf(other - member)).mod(Secp256k1.order());
      }
    }
    return above.multiply(below.modInverse(Secp256k1.order())).mod(Secp256k1.order());
  }

  /** The value at zero in the exponent, from the members' values in the exponent. */
  public static ECPoint combine(Map<Integer, ECPoint> values) {
    ECPoint sum = Secp256k1.zero();
    for (Map.Entry<Integer, ECPoint> value : values.entrySet()) {
      sum = sum.add(value.getValue().multiply(weight(value.getKey(), values.keySet())));
    }
    return sum.normalize();
  }
}
