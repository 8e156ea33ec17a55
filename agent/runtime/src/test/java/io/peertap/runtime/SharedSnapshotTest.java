package io.peertap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.record.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SharedSnapshotTest {

  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Metrics metrics = new Metrics(Mirrors.NONE);
  private long now = Long.MAX_VALUE; // Soon negative.

  private final Clock clock = new Clock() {
    @Override
    public long nanos() {
      return now;
    }

    @Override
    public long millis() {
      return 0;
    }
  };

  @Test
  void youngSnapshotIsShared() {
    SharedSnapshot shared = new SharedSnapshot(metrics::snapshot, INTERVAL, clock);
    var first = shared.get();
    now += INTERVAL.toNanos() - 1;
    assertThat(shared.get()).isSameAs(first);

    now += 1;
    var second = shared.get();

    assertThat(second).isNotSameAs(first);
    assertThat(shared.get()).isSameAs(second);
  }

  @Test
  void zeroSharesNothing() {
    SharedSnapshot shared = new SharedSnapshot(metrics::snapshot, Duration.ZERO, clock);

    assertThat(shared.get()).isNotSameAs(shared.get());
  }
}
