package io.peertap.record;

import io.peertap.api.Circuit;
import io.peertap.api.Direction;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Relays;
import io.peertap.metric.Metrics;
import io.peertap.metric.RelayFamilies;
import io.peertap.metric.Source;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Circuits through relays: those that this node carries, and those that it uses. */
final class RelayRecords implements Relays {

  private final Metrics metrics;
  private final Clock clock;
  private final Set<Open> open = ConcurrentHashMap.newKeySet();

  RelayRecords(Metrics metrics, Clock clock) {
    this.metrics = metrics;
    this.clock = clock;
    metrics.gauge(RelayFamilies.CIRCUITS, this::circuits);
  }

  @Override
  public Circuit serving() {
    metrics.counter(RelayFamilies.CONNECTIONS, "opened").add();
    return opened(new Open(Direction.INBOUND, true));
  }

  @Override
  public Circuit opened(Direction direction) {
    return opened(new Open(direction, false));
  }

  @Override
  public void answered(RelayRequest request, RelayAnswer answer) {
    metrics.counter(RelayFamilies.REQUESTS, request.label(), answer.label()).add();
  }

  void release() {
    open.clear();
  }

  private Circuit opened(Open circuit) {
    open.add(circuit);
    return circuit;
  }

  private void circuits(Source.Sink sink) {
    for (Open circuit : open) {
      sink.add(1, circuit.direction.label());
    }
  }

  /** One circuit that is open. */
  private final class Open implements Circuit {
    private final Direction direction;
    private final boolean served;
    private final long since = clock.nanos();

    Open(Direction direction, boolean served) {
      this.direction = direction;
      this.served = served;
    }

    @Override
    public void carried(Direction way, long bytes) {
      metrics.counter(RelayFamilies.BYTES, way.label()).add(bytes);
    }

    @Override
    public void closed() {
      if (open.remove(this) && served) {
        metrics.counter(RelayFamilies.CONNECTIONS, "closed").add();
        metrics.histogram(RelayFamilies.DURATION).observeNanos(clock.nanos() - since);
      }
    }
  }
}
