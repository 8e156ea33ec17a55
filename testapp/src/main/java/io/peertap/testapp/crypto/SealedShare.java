package io.peertap.testapp.crypto;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.encoders.Hex;

/** A share that only its receiver can read: Diffie-Hellman, HKDF and AES-GCM. */
public record SealedShare(String text) {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  /** Seals a share for the owner of a public key. */
  public static SealedShare seal(
      BigInteger share, BigInteger sender, ECPoint receiver, String context) {
    byte[] nonce = Secp256k1.randomBytes(NONCE_BYTES);
    GCMModeCipher cipher = cipher(true, key(sender, receiver, context), nonce);
    try {
      byte[] sealed = process(cipher, Secp256k1.encode(share));
      return new SealedShare(Hex.toHexString(nonce) + Hex.toHexString(sealed));
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The share, if this receiver can read it and nobody tampered with it. */
  public Optional<BigInteger> open(BigInteger receiver, ECPoint sender, String context) {
    try {
      byte[] bytes = Hex.decode(text);
      byte[] nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      byte[] sealed = Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length);
      GCMModeCipher cipher = cipher(false, key(receiver, sender, context), nonce);
      return Optional.of(Secp256k1.decodeScalar(process(cipher, sealed)));
    } catch (InvalidCipherTextException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] key(BigInteger own, ECPoint other, String context) {
    byte[] shared = Secp256k1.encode(Secp256k1.times(other, own));
    HKDFBytesGenerator generator = new HKDFBytesGenerator(new SHA256Digest());
    generator.init(new HKDFParameters(shared, new byte[0], Bytes.ascii(context)));
    byte[] key = new byte[KEY_BYTES];
    generator.generateBytes(key, 0, key.length);
    return key;
  }

  private static GCMModeCipher cipher(boolean seals, byte[] key, byte[] nonce) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(AESEngine.newInstance());
    cipher.init(seals, new AEADParameters(new KeyParameter(key), TAG_BITS, nonce));
    return cipher;
  }

  private static byte[] process(GCMModeCipher cipher, byte[] input)
      throws InvalidCipherTextException {
    byte[] output = new byte[cipher.getOutputSize(input.length)];
    int length = cipher.processBytes(input, 0, input.length, output, 0);
    cipher.doFinal(output, length);
    return output;
  }
}
