package io.peertap.testapp.signing;

/** The members of a node sign something else already. */
public final class SigningBusyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says with which key. */
  public SigningBusyException(String key) {
    super("key " + key + " is at work already");
  }
}
