package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** The group that all keys live in: points of secp256k1, and scalars modulo its order. */
public final class Secp256k1 {

  /** Bytes of an encoded scalar. */
  public static final int SCALAR_BYTES = 32;

  private static final X9ECParameters PARAMETERS = CustomNamedCurves.getByName("secp256k1");
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secp256k1() {}

  /** The order of the group. */
  public static BigInteger order() {
    return PARAMETERS.getN();
  }

  /** The prime of the field that coordinates are in. */
  static BigInteger prime() {
    return PARAMETERS.getCurve().getField().getCharacteristic();
  }

  /** The point that adds nothing. */
  public static ECPoint zero() {
    return PARAMETERS.getCurve().getInfinity();
  }

  /** The generator, so many times. */
  public static ECPoint publicKey(BigInteger secret) {
    return new FixedPointCombMultiplier().multiply(PARAMETERS.getG(), secret).normalize();
  }

  /** A point, so many times. */
  public static ECPoint times(ECPoint point, BigInteger scalar) {
    return point.multiply(scalar.mod(order())).normalize();
  }

  /** A scalar that nobody can guess. */
  public static BigInteger randomScalar() {
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, order().subtract(BigInteger.ONE), RANDOM);
  }

  /** Bytes that nobody can guess. */
  public static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** A scalar in 32 bytes, the highest first. */
  public static byte[] encode(BigInteger scalar) {
    return BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar);
  }

  /** A point in 33 bytes. */
  public static byte[] encode(ECPoint point) {
    return point.getEncoded(true);
  }

  /**
   * Reads a point.
   *
   * @throws IllegalArgumentException if the bytes are no point of the curve, or the zero
   */
  public static ECPoint decodePoint(byte[] bytes) {
    ECPoint point = PARAMETERS.getCurve().decodePoint(bytes);
    if (point.isInfinity()) {
      throw new IllegalArgumentException("the zero is no key");
    }
    return point;
  }

  /**
   * Reads a scalar.
   *
   * @throws IllegalArgumentException if it is not below the order
   */
  public static BigInteger decodeScalar(byte[] bytes) {
    BigInteger scalar = BigIntegers.fromUnsignedByteArray(bytes);
    if (scalar.compareTo(order()) >= 0) {
      throw new IllegalArgumentException("not a scalar of the group");
    }
    return scalar;
  }
}
