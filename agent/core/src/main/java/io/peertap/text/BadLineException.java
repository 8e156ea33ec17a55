package io.peertap.text;

/** A line that means nothing; the message says what would be accepted there. */
public final class BadLineException extends Exception {

  private static final long serialVersionUID = 1;

  /** Says what is expected, and what is there. */
  public BadLineException(String message) {
    super(message);
  }
}
