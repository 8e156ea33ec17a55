package io.peertap.bitcoinj;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;

/** The wallet's signer signs all inputs of one transaction; where it cannot, it answers false. */
public final class SigningTap implements MethodTap {

  private static final Operation SIGNING =
      Telemetry.current().operations().operation("signing", false);

  /** For the agent. */
  public SigningTap() {}

  @Override
  public Object enter(Object[] values) {
    return SIGNING.begin(null);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call signing) {
      signing.ended(Boolean.FALSE.equals(result) ? Outcome.FAILURE : Outcome.SUCCESS, null);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call signing) {
      signing.ended(Outcome.FAILURE, failure);
    }
  }
}
