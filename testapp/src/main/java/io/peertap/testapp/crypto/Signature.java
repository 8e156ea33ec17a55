package io.peertap.testapp.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** A Schnorr signature: a nonce in the exponent and the answer to its challenge. */
public record Signature(ECPoint nonce, BigInteger response) {

  /** Whether it is the signature of this key's owner under this message. */
  public boolean verify(ECPoint publicKey, byte[] message) {
    BigInteger challenge = FrostSuite.challenge(nonce, publicKey, message);
    ECPoint right = nonce.add(Secp256k1.times(publicKey, challenge));
    return Secp256k1.publicKey(response).equals(right.normalize());
  }

  /** The nonce in 33 bytes and the response in 32. */
  public byte[] encoded() {
    return Bytes.concat(Secp256k1.encode(nonce), Secp256k1.encode(response));
  }
}
