package io.peertap.dns;

import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;

/**
 * A look-up under way. It listens to the resolver's own promise, which its time-outs end within
 * seconds; what goes wrong here is counted, since Netty would write it to the application's log.
 */
final class LookUp implements GenericFutureListener<Future<Object>> {

  private static final Operation LOOK_UP = Telemetry.current().operations().discovery("dns");

  private final Call call;

  private LookUp(Call call) {
    this.call = call;
  }

  /** Follows a look-up to its end. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // What is looked up does not matter.
  static void begin(Future<?> answer) {
    Call call = LOOK_UP.begin(null);
    if (call != null) {
      ((Future) answer).addListener(new LookUp(call.later()));
    }
  }

  @Override
  public void operationComplete(Future<Object> answer) {
    try {
      call.ended(outcome(answer), answer.cause());
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
  }

  private static Outcome outcome(Future<Object> answer) {
    if (answer.isSuccess()) {
      return Outcome.SUCCESS;
    }
    if (answer.isCancelled()) {
      return Outcome.CANCELLED;
    }
    return isTimeout(answer.cause()) ? Outcome.TIMEOUT : Outcome.FAILURE;
  }

  /** The resolver throws that the host is unknown, and why below that. */
  private static boolean isTimeout(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getClass().getSimpleName().equals("DnsNameResolverTimeoutException")) {
        return true;
      }
    }
    return false;
  }
}
