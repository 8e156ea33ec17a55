package io.peertap.testapp.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** Shows that two points have the same secret over two bases (Chaum and Pedersen). */
public record EqualityProof(BigInteger challenge, BigInteger response) {

  private static final byte[] DOMAIN = Bytes.ascii("testapp-equality-v1");

  /** Proves it for the generator and another base. */
  public static EqualityProof of(BigInteger secret, ECPoint base) {
    BigInteger nonce = Secp256k1.randomScalar();
    BigInteger challenge = challenge(
        base,
        Secp256k1.publicKey(secret),
        Secp256k1.times(base, secret),
        Secp256k1.publicKey(nonce),
        Secp256k1.times(base, nonce));
    BigInteger response = nonce.subtract(challenge.multiply(secret)).mod(Secp256k1.order());
    return new EqualityProof(challenge, response);
  }

  /** Whether the value over the base has the secret of the public key. */
  public boolean holds(ECPoint base, ECPoint publicKey, ECPoint value) {
    ECPoint left = Secp256k1.publicKey(response).add(Secp256k1.times(publicKey, challenge));
    ECPoint right = Secp256k1.times(base, response).add(Secp256k1.times(value, challenge));
    return challenge.equals(challenge(base, publicKey, value, left.normalize(), right.normalize()));
  }

  private static BigInteger challenge(ECPoint... points) {
    byte[] input = new byte[0];
    for (ECPoint point : points) {
      input = Bytes.concat(input, Secp256k1.encode(point));
    }
    return HashToScalar.hash(input, DOMAIN);
  }
}
