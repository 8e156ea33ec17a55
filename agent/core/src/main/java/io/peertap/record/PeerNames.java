package io.peertap.record;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the label of a peer from its identity. */
public final class PeerNames {

  /** How a peer is named in the label {@code peer}. */
  public enum Mode {
    /** Twelve hex digits of an HMAC-SHA-256. */
    HASH,
    /** The first and last characters. */
    SHORT,
    /** As it is. */
    FULL,
    /** Not at all: no mirrors. */
    OFF
  }

  /** Without a salt of their own all nodes use this key, so that they agree on names. */
  private static final String DEFAULT_KEY = "peertap";

  private static final int HASH_BYTES = 6;
  private static final int SHORT_LENGTH = 16;

  private final Mode mode;
  private final byte[] key;

  /** Names in this mode; the salt, which may be empty, makes hashes private to who knows it. */
  public PeerNames(Mode mode, String salt) {
    this.mode = mode;
    this.key = (salt.isEmpty() ? DEFAULT_KEY : salt).getBytes(StandardCharsets.UTF_8);
  }

  /** The label value of a peer. */
  public String label(String peer) {
    return switch (mode) {
      case HASH, OFF -> hash(peer);
      case SHORT -> shorten(peer);
      case FULL -> peer;
    };
  }

  private static String shorten(String peer) {
    int half = SHORT_LENGTH / 2;
    return peer.length() <= SHORT_LENGTH
        ? peer
        : peer.substring(0, half) + '~' + peer.substring(peer.length() - half);
  }

  private String hash(String peer) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] digest = mac.doFinal(peer.getBytes(StandardCharsets.UTF_8));
      StringBuilder hex = new StringBuilder();
      for (int i = 0; i < HASH_BYTES; i++) {
        hex.append(Character.forDigit(digest[i] >> 4 & 0xf, 16));
        hex.append(Character.forDigit(digest[i] & 0xf, 16));
      }
      return hex.toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
