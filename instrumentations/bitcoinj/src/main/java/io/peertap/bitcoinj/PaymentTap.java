package io.peertap.bitcoinj;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;

/** A wallet completes a payment: coins selected, change and fee set, inputs signed. */
public final class PaymentTap implements MethodTap {

  private static final Operation PAYMENT =
      Telemetry.current().operations().operation("wallet_action", false);

  /** For the agent. */
  public PaymentTap() {}

  @Override
  public Object enter(Object[] values) {
    return PAYMENT.begin(null);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call payment) {
      payment.ended(Outcome.SUCCESS, null);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call payment) {
      payment.ended(Outcome.FAILURE, failure);
    }
  }
}
