package io.peertap.testapp.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** Shows that somebody knows the secret of a public key, bound to a context. */
public record KnowledgeProof(ECPoint nonce, BigInteger response) {

  private static final byte[] DOMAIN = Bytes.ascii("testapp-knowledge-v1");

  /** Proves it. */
  public static KnowledgeProof of(BigInteger secret, String context) {
    BigInteger secretNonce = Secp256k1.randomScalar();
    ECPoint nonce = Secp256k1.publicKey(secretNonce);
    BigInteger challenge = challenge(Secp256k1.publicKey(secret), nonce, context);
    BigInteger response = secretNonce.add(challenge.multiply(secret)).mod(Secp256k1.order());
    return new KnowledgeProof(nonce, response);
  }

  /** Whether it holds for this key in this context. */
  public boolean holds(ECPoint publicKey, String context) {
    BigInteger challenge = challenge(publicKey, nonce, context);
    ECPoint right = nonce.add(Secp256k1.times(publicKey, challenge));
    return Secp256k1.publicKey(response).equals(right.normalize());
  }

  private static BigInteger challenge(ECPoint publicKey, ECPoint nonce, String context) {
    byte[] input =
        Bytes.concat(Bytes.ascii(context), Secp256k1.encode(publicKey), Secp256k1.encode(nonce));
    return HashToScalar.hash(input, DOMAIN);
  }
}
