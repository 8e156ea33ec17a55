package io.peertap.testapp.crypto;

import java.math.BigInteger;

/** The secret nonces of one member for one signature, never to be used for another. */
public record Nonces(BigInteger hiding, BigInteger binding) {

  private static final int RANDOMNESS = 32;

  /** Fresh ones, which depend on the secret too should the randomness be poor. */
  public static Nonces fresh(BigInteger secret) {
    return new Nonces(
        FrostSuite.nonce(Secp256k1.randomBytes(RANDOMNESS), secret),
        FrostSuite.nonce(Secp256k1.randomBytes(RANDOMNESS), secret));
  }

  /** What the others may know of them. */
  public NonceCommitment commitment() {
    return new NonceCommitment(Secp256k1.publicKey(hiding), Secp256k1.publicKey(binding));
  }

  @Override
  public String toString() {
    return "nonces";
  }
}
