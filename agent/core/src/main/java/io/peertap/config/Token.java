package io.peertap.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A secret in one of three states: not asked for, known, or asked for and not available. The last
 * one never means "open".
 */
public final class Token {

  /** Nobody asked for one. */
  public static final Token NONE = new Token(null, false);

  /** One was asked for and could not be read: nothing may pass. */
  public static final Token UNAVAILABLE = new Token(null, true);

  private final String text;
  private final boolean required;

  private Token(String text, boolean required) {
    this.text = text;
    this.required = required;
  }

  /** A known secret. */
  public static Token of(String text) {
    return text.isEmpty() ? UNAVAILABLE : new Token(text, true);
  }

  /** Whether one was asked for, known or not. */
  public boolean required() {
    return required;
  }

  /** Whether one was asked for and could be read. */
  public boolean available() {
    return text != null;
  }

  /** Compares in constant time; a token that is not known matches nothing. */
  public boolean matches(byte[] presented) {
    return text != null && MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), presented);
  }

  /** The secret, or null. */
  String text() {
    return text;
  }

  @Override
  public String toString() {
    return text != null ? "***" : required ? "unavailable" : "none";
  }
}
