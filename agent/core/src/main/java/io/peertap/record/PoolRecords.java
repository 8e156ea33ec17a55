package io.peertap.record;

import io.peertap.api.Eviction;
import io.peertap.api.Outcome;
import io.peertap.api.PoolState;
import io.peertap.api.Pools;
import io.peertap.api.Queues.Registration;
import io.peertap.metric.Metrics;
import io.peertap.metric.PoolFamilies;
import io.peertap.metric.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Pools of connections that the application keeps. */
final class PoolRecords implements Pools {

  private final Metrics metrics;
  private final PeerTable peers;
  private final Limiter names;
  private final Readers<Pool> pools;
  private Map<String, PoolState> states = Map.of();

  /** One pool under the label of its name. */
  private record Pool(String name, Supplier<PoolState> state) {}

  PoolRecords(Metrics metrics, PeerTable peers, int labelValues, Consumer<Throwable> failed) {
    this.metrics = metrics;
    this.peers = peers;
    this.names = new Limiter(metrics, PoolFamilies.CONNECTIONS, labelValues);
    this.pools = new Readers<>(failed);
  }

  /** Says where its gauges come from. */
  void publish() {
    metrics.harvest(this::read);
    metrics.gauge(PoolFamilies.CONNECTIONS, this::connections);
    metrics.gauge(PoolFamilies.UTILIZATION, this::utilization);
  }

  @Override
  public Registration pool(String pool, Supplier<PoolState> state) {
    return pools.add(new Pool(names.limit(pool), state));
  }

  @Override
  public void acquired(String pool, Outcome outcome, long nanos) {
    metrics.histogram(PoolFamilies.ACQUIRE, names.limit(pool), outcome.label()).observeNanos(nanos);
  }

  @Override
  public void reused(String pool, String peer) {
    String name = names.limit(pool);
    peers.duringIfKnown(
        peer, slot -> metrics.counter(PoolFamilies.REUSES, slot, name).add());
  }

  @Override
  public void evicted(String pool, Eviction reason) {
    metrics.counter(PoolFamilies.EVICTIONS, names.limit(pool), reason.label()).add();
  }

  /** Whether the application keeps none that is known. */
  boolean isEmpty() {
    return pools.isEmpty();
  }

  void release() {
    pools.clear();
  }

  /** Once for both families, so that they agree. */
  private void read() {
    Map<String, PoolState> fresh = new HashMap<>();
    pools.keepIf(pool -> {
      PoolState state = pool.state().get();
      if (state != null) {
        fresh.merge(
            pool.name(),
            state,
            (a, b) -> new PoolState(a.active() + b.active(), a.idle() + b.idle()));
      }
      return state != null;
    });
    states = fresh;
  }

  private void connections(Source.Sink sink) {
    states.forEach((name, state) -> {
      sink.add((double) state.active(), name, "active");
      sink.add((double) state.idle(), name, "idle");
    });
  }

  private void utilization(Source.Sink sink) {
    states.forEach((name, state) -> {
      long pooled = state.active() + state.idle();
      sink.add(pooled == 0 ? 0 : (double) state.active() / pooled, name);
    });
  }
}
