package io.peertap.testapp.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/** The hash functions of FROST(secp256k1, SHA-256), RFC 9591 section 6.5. */
final class FrostSuite {

  private static final String CONTEXT = "FROST-secp256k1-SHA256-v1";

  private FrostSuite() {}

  static BigInteger bindingFactor(byte[] input) {
    return HashToScalar.hash(input, Bytes.ascii(CONTEXT + "rho"));
  }

  static BigInteger challenge(ECPoint nonce, ECPoint publicKey, byte[] message) {
    byte[] input = Bytes.concat(Secp256k1.encode(nonce), Secp256k1.encode(publicKey), message);
    return HashToScalar.hash(input, Bytes.ascii(CONTEXT + "chal"));
  }

  static BigInteger nonce(byte[] randomness, BigInteger secret) {
    byte[] input = Bytes.concat(randomness, Secp256k1.encode(secret));
    return HashToScalar.hash(input, Bytes.ascii(CONTEXT + "nonce"));
  }

  static byte[] messageHash(byte[] message) {
    return Bytes.sha256(Bytes.ascii(CONTEXT + "msg"), message);
  }

  static byte[] commitmentsHash(byte[] commitments) {
    return Bytes.sha256(Bytes.ascii(CONTEXT + "com"), commitments);
  }
}
