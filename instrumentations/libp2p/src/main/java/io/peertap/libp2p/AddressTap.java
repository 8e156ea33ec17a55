package io.peertap.libp2p;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;
import java.net.UnknownHostException;
import java.util.List;

/** A name in a peer's address is looked up, by the JVM or by a resolver of the application's. */
public final class AddressTap implements MethodTap {

  private static final Operation LOOK_UP = Telemetry.current().operations().discovery("dns");

  @Override
  public Object enter(Object[] values) {
    return LOOK_UP.begin(null);
  }

  /** The library answers with nothing where the resolver knows no such host. */
  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call call) {
      if (((List<?>) result).isEmpty()) {
        call.ended(Outcome.FAILURE, new UnknownHostException());
      } else {
        call.ended(Outcome.SUCCESS, null);
      }
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call call) {
      call.ended(Outcome.FAILURE, failure);
    }
  }
}
