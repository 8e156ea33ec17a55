package io.peertap.record;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes when a test says so. */
final class FakeClock implements Clock {

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000_000_000); // Soon negative.

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public long millis() {
    return 1_700_000_000_000L;
  }

  void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
