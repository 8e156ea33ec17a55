package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many of one kind each peer has, told whenever it changes: what it has now, less what it had
 * before, is the distribution over all peers.
 */
final class PerPeer {

  private final Metrics metrics;
  private final Family now;
  private final Family before;

  PerPeer(Metrics metrics, Family now, Family before) {
    this.metrics = metrics;
    this.now = now;
    this.before = before;
  }

  /** One more. */
  void more(Count count, Direction direction) {
    int after = count.of(direction).incrementAndGet();
    tell(after - 1, after, direction);
  }

  /** One less. */
  void less(Count count, Direction direction) {
    int after = count.of(direction).decrementAndGet();
    tell(after + 1, after, direction);
  }

  /** What one peer has. */
  static final class Count {
    private final AtomicInteger inbound = new AtomicInteger();
    private final AtomicInteger outbound = new AtomicInteger();

    private AtomicInteger of(Direction direction) {
      return direction == Direction.INBOUND ? inbound : outbound;
    }
  }

  private void tell(int had, int has, Direction direction) {
    if (had > 0) {
      metrics.histogram(before, direction.label()).observe(had);
    }
    if (has > 0) {
      metrics.histogram(now, direction.label()).observe(has);
    }
  }
}
