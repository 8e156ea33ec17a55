package io.peertap.weaver;

import java.lang.invoke.SwitchPoint;
import java.util.concurrent.TimeUnit;

/** Switches call sites off, for good, when what runs there fails too often within a minute. */
final class Breaker {

  private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

  private final int limit;
  private final SwitchPoint on = new SwitchPoint();
  private long windowStart;
  private int failures;

  Breaker(int limit) {
    this.limit = limit;
  }

  /** Valid until it opens. */
  SwitchPoint on() {
    return on;
  }

  /** Counts a failure; true of the one that opens it, and of no other. */
  boolean failed() {
    if (on.hasBeenInvalidated() || !isTooMany()) {
      return false;
    }
    SwitchPoint.invalidateAll(new SwitchPoint[] {on});
    return true;
  }

  private synchronized boolean isTooMany() {
    long now = System.nanoTime();
    if (failures == 0 || now - windowStart > WINDOW) {
      windowStart = now;
      failures = 0;
    }
    return ++failures == limit;
  }
}
