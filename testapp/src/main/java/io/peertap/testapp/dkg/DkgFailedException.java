package io.peertap.testapp.dkg;

import io.peertap.testapp.net.ProtocolException;

/** A group did not come to a key. */
public final class DkgFailedException extends ProtocolException {

  private static final long serialVersionUID = 1;

  /** Says why. */
  public DkgFailedException(String message) {
    super(message);
  }
}
