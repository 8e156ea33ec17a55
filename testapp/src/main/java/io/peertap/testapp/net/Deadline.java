package io.peertap.testapp.net;

import java.time.Duration;

/** When patience ends. */
public final class Deadline {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final long end;

  private Deadline(long end) {
    this.end = end;
  }

  /** So long from now. */
  public static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  /** What is left, 0 if it is over; less than a millisecond counts as one. */
  public long millisLeft() {
    long nanos = end - System.nanoTime();
    return nanos <= 0 ? 0 : nanos / NANOS_PER_MILLI + 1;
  }
}
