package io.peertap.pools.netty;

import io.netty.channel.Channel;
import io.netty.channel.ConnectTimeoutException;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import io.netty.util.concurrent.Promise;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;
import java.util.concurrent.TimeoutException;

/** Somebody waits for a channel of a pool. */
final class Waiting implements GenericFutureListener<Future<Object>> {

  private final Object pool;
  private final long start = System.nanoTime();

  private Waiting(Object pool) {
    this.pool = pool;
  }

  /** Until the promise is kept or broken. */
  @SuppressWarnings("unchecked")
  static void begin(Object pool, Promise<?> promise) {
    ((Promise<Object>) promise).addListener(new Waiting(pool));
  }

  /** What an exception would do here stands in the application's log. */
  @Override
  public void operationComplete(Future<Object> wait) {
    try {
      over(wait);
    } catch (Throwable e) {
      Telemetry.current().failed(e);
    }
  }

  private void over(Future<Object> wait) {
    Lent lent = Lent.of(pool);
    if (lent != null && wait.isSuccess() && wait.getNow() instanceof Channel channel) {
      lent.give(channel);
    }
    Lent.POOLS.acquired(Lent.NAME, outcome(wait), System.nanoTime() - start);
  }

  private static Outcome outcome(Future<?> wait) {
    if (wait.isSuccess()) {
      return Outcome.SUCCESS;
    }
    if (wait.isCancelled()) {
      return Outcome.CANCELLED;
    }
    Throwable cause = wait.cause();
    return cause instanceof TimeoutException || cause instanceof ConnectTimeoutException
        ? Outcome.TIMEOUT
        : Outcome.FAILURE;
  }
}
