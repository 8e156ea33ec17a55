package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.Arrays;

/** Hashes to scalars without bias, as RFC 9380 expands a message with SHA-256. */
final class HashToScalar {

  private static final int HASH_BYTES = 32;
  private static final int BLOCK_BYTES = 64;
  private static final int WIDE_BYTES = 48;

  private HashToScalar() {}

  static BigInteger hash(byte[] message, byte[] domain) {
    return new BigInteger(1, expand(message, domain)).mod(Secp256k1.order());
  }

  private static byte[] expand(byte[] message, byte[] domain) {
    byte[] suffix = Bytes.concat(domain, new byte[] {(byte) domain.length});
    byte[] seed =
        Bytes.sha256(new byte[BLOCK_BYTES], message, new byte[] {0, WIDE_BYTES, 0}, suffix);
    byte[] first = Bytes.sha256(seed, new byte[] {1}, suffix);
    byte[] second = Bytes.sha256(xor(seed, first), new byte[] {2}, suffix);
    return Arrays.copyOf(Bytes.concat(first, second), WIDE_BYTES);
  }

  private static byte[] xor(byte[] left, byte[] right) {
    byte[] mixed = new byte[HASH_BYTES];
    for (int i = 0; i < HASH_BYTES; i++) {
      mixed[i] = (byte) (left[i] ^ right[i]);
    }
    return mixed;
  }
}
