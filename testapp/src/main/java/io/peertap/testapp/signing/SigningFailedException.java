package io.peertap.testapp.signing;

import io.peertap.testapp.net.ProtocolException;

/** Members did not come to a signature. */
public final class SigningFailedException extends ProtocolException {

  private static final long serialVersionUID = 1;

  /** Says why. */
  public SigningFailedException(String message) {
    super(message);
  }
}
