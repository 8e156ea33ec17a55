package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;

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
    int after = Count.of(direction).incrementAndGet(count);
    tell(after - 1, after, direction);
  }

  /** One less. */
  void less(Count count, Direction direction) {
    int after = Count.of(direction).decrementAndGet(count);
    tell(after + 1, after, direction);
  }

  /** What one peer has. */
  @SuppressWarnings("UnusedVariable") // Its numbers are read by their updaters.
  static final class Count {
    private static final AtomicIntegerFieldUpdater<Count> INBOUND =
        AtomicIntegerFieldUpdater.newUpdater(Count.class, "inbound");
    private static final AtomicIntegerFieldUpdater<Count> OUTBOUND =
        AtomicIntegerFieldUpdater.newUpdater(Count.class, "outbound");

    private volatile int inbound;
    private volatile int outbound;

    private static AtomicIntegerFieldUpdater<Count> of(Direction direction) {
      return direction == Direction.INBOUND ? INBOUND : OUTBOUND;
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
