package io.peertap.testapp.truth;

import io.peertap.testapp.net.ProtocolException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** How often one kind of work was begun, and how it ended. */
public class OperationTruth {

  private final AtomicLong started = new AtomicLong();
  private final AtomicLong success = new AtomicLong();
  private final AtomicLong failure = new AtomicLong();
  private final AtomicLong timeout = new AtomicLong();
  private final AtomicLong cancelled = new AtomicLong();
  private final AtomicLong rejectedBusy = new AtomicLong();
  private final AtomicLong active = new AtomicLong();

  /** Something was not begun, because the one who does it was busy. */
  public void rejected() {
    rejectedBusy.incrementAndGet();
  }

  /** Does and counts it. */
  public <T> T count(Step<T> step)
      throws InterruptedException, TimeoutException, ProtocolException {
    begun();
    try {
      T result = step.run();
      ended(null);
      return result;
    } catch (Throwable e) {
      ended(e);
      throw e;
    }
  }

  /** Counts work that has just begun; returns the same future. */
  public <T> CompletableFuture<T> count(CompletableFuture<T> work) {
    begun();
    var unused = work.whenComplete((result, failed) -> ended(failed));
    return work;
  }

  private void begun() {
    started.incrementAndGet();
    active.incrementAndGet();
  }

  private void ended(Throwable failed) {
    outcome(failed).incrementAndGet();
    active.decrementAndGet();
  }

  private AtomicLong outcome(Throwable failed) {
    if (failed == null) {
      return success;
    }
    if (failed instanceof TimeoutException) {
      return timeout;
    }
    boolean stopped =
        failed instanceof InterruptedException || failed instanceof CancellationException;
    return stopped ? cancelled : failure;
  }
}
