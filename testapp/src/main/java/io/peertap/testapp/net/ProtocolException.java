package io.peertap.testapp.net;

/** A protocol between nodes came to an end that nobody wanted. */
public class ProtocolException extends Exception {

  private static final long serialVersionUID = 1;

  /** Says why. */
  public ProtocolException(String message) {
    super(message);
  }
}
