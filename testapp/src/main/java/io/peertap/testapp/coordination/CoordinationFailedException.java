package io.peertap.testapp.coordination;

import io.peertap.testapp.net.ProtocolException;

/** A window went by without a proposal. */
public final class CoordinationFailedException extends ProtocolException {

  private static final long serialVersionUID = 1;

  /** Says why. */
  public CoordinationFailedException(String message) {
    super(message);
  }
}
