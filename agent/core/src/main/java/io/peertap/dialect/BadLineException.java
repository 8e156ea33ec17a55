package io.peertap.dialect;

/** A line of a dialect that means nothing; the message says what would be accepted there. */
final class BadLineException extends Exception {

  private static final long serialVersionUID = 1;

  BadLineException(String message) {
    super(message);
  }
}
