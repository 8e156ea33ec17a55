package io.peertap.testapp.truth;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** How the tests of the ways to other nodes ended. */
public final class PingTruth {

  private final AtomicLong success = new AtomicLong();
  private final AtomicLong failure = new AtomicLong();
  private final AtomicLong timeout = new AtomicLong();

  /** Counts a test when it ends; returns the same future. */
  public <T> CompletableFuture<T> count(CompletableFuture<T> test) {
    var unused = test.whenComplete((result, failed) -> outcome(failed).incrementAndGet());
    return test;
  }

  private AtomicLong outcome(Throwable failed) {
    if (failed == null) {
      return success;
    }
    return failed instanceof TimeoutException ? timeout : failure;
  }
}
