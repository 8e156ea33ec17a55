package io.peertap.runtime;

import io.peertap.metric.Snapshot;
import io.peertap.record.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** A snapshot for several scrapers: one that is young enough is not taken again. */
final class SharedSnapshot implements Supplier<Snapshot> {

  private final Supplier<Snapshot> source;
  private final long interval;
  private final Clock clock;
  private Snapshot last;
  private long taken;

  /** Zero shares nothing. */
  SharedSnapshot(Supplier<Snapshot> source, Duration interval, Clock clock) {
    this.source = source;
    this.interval = interval.toNanos();
    this.clock = clock;
  }

  @Override
  public Snapshot get() {
    return interval == 0 ? source.get() : shared();
  }

  private synchronized Snapshot shared() {
    long now = clock.nanos();
    if (last == null || now - taken >= interval) {
      taken = now;
      last = source.get();
    }
    return last;
  }
}
