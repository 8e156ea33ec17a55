package io.peertap.testapp.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** Hashes to a point whose secret nobody knows, by trying until one fits. */
public final class HashToPoint {

  private static final byte[] DOMAIN = Bytes.ascii("testapp-point-v1");
  private static final byte EVEN = 2;

  private HashToPoint() {}

  /** The point of a message. */
  public static ECPoint hash(byte[] message) {
    for (int attempt = 0; ; attempt++) {
      byte[] x = Bytes.sha256(DOMAIN, Secp256k1.encode(BigInteger.valueOf(attempt)), message);
      if (isCoordinate(new BigInteger(1, x))) {
        return Secp256k1.decodePoint(Bytes.concat(new byte[] {EVEN}, x));
      }
    }
  }

  /** Whether there is a y with y² = x³ + 7. */
  private static boolean isCoordinate(BigInteger x) {
    BigInteger prime = Secp256k1.prime();
    BigInteger square = x.pow(3).add(BigInteger.valueOf(7)).mod(prime);
    BigInteger half = prime.subtract(BigInteger.ONE).shiftRight(1);
    return x.compareTo(prime) < 0 && square.modPow(half, prime).equals(BigInteger.ONE);
  }
}
