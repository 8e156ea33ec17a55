package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/** A secret polynomial: its value at zero is shared, its values elsewhere are the shares. */
public final class Polynomial {

  private final List<BigInteger> coefficients;

  private Polynomial(List<BigInteger> coefficients) {
    this.coefficients = coefficients;
  }

  /** A random one that so many values determine. */
  public static Polynomial random(int threshold) {
    return new Polynomial(
        Stream.generate(Secp256k1::randomScalar).limit(threshold).toList());
  }

  /** The value at zero. */
  public BigInteger secret() {
    return coefficients.get(0);
  }

  /** The value for a member, whose number is not zero. */
  public BigInteger share(int member) {
    BigInteger x = BigInteger.valueOf(member);
    BigInteger value = BigInteger.ZERO;
    for (int i = coefficients.size() - 1; i >= 0; i--) {
      value = value.multiply(x).add(coefficients.get(i)).mod(Secp256k1.order());
    }
    return value;
  }

  /** What everybody may know of it, to verify shares. */
  public Commitment commitment() {
    return new Commitment(coefficients.stream().map(Secp256k1::publicKey).toList());
  }
}
