package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.PoolFamilies;
import io.peertap.metric.Source;
import io.peertap.metric.StreamFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.function.UnaryOperator;

/**
 * The gauges of the live tables, computed whenever somebody collects. Nothing is incremented and
 * decremented, so nothing can drift.
 */
final class Gauges {

  private static final String POOL = "default";
  private static final String ROLE = "peer";
  private static final String QUEUE = "outbound";
  private static final String PRIORITY = "default";

  private final Records records;
  private final UnaryOperator<String> loops;
  private Census census = new Census();

  private Gauges(Records records) {
    this.records = records;
    this.loops = records::limitLoop; // Once: it is asked for everything that is alive.
  }

  static void register(Records records) {
    Gauges gauges = new Gauges(records);
    Metrics metrics = records.metrics();
    metrics.harvest(gauges::count);
    metrics.gauge(ConnectionFamilies.CONNECTIONS, gauges::connections);
    metrics.gauge(PoolFamilies.CONNECTIONS, gauges::pool);
    metrics.gauge(PoolFamilies.UTILIZATION, gauges::utilization);
    metrics.gauge(PeerFamilies.CONNECTED, gauges::peers);
    metrics.gauge(StreamFamilies.STREAMS, gauges::streams);
    metrics.gauge(TrafficFamilies.QUEUE_MESSAGES, gauges::queueMessages);
    metrics.gauge(TrafficFamilies.QUEUE_BYTES, gauges::queueBytes);
    metrics.gauge(TrafficFamilies.UNWRITABLE, sink -> sink.add(gauges.census.unwritable()));
    metrics.gauge(TrafficFamilies.LOOP_TASKS, gauges::loopTasks);
    PeerGauges peers = new PeerGauges(records, () -> gauges.census);
    peers.register(metrics);
  }

  private void count() {
    Census fresh = new Census();
    long now = records.clock().nanos();
    for (Live live : records.alive()) {
      live.count(fresh, now);
      String loop = records.ask(live, Carrier::loop, null);
      if (loop != null) {
        int tasks = records.ask(live, Carrier::pendingTasks, -1);
        fresh.loop(loop, Math.max(0, tasks), census, loops);
      }
    }
    census = fresh;
  }

  private void connections(Source.Sink sink) {
    census
        .connections()
        .forEach((state, directions) ->
            directions.forEach((direction, transports) -> transports.forEach((transport, count) ->
                sink.add(count.number(), state.label(), direction.label(), transport.label()))));
  }

  /** All connections are the pool of an application that keeps none. */
  private void pool(Source.Sink sink) {
    if (records.keepsNoPool()) {
      sink.add(census.pooled() - census.idle(), POOL, "active");
      sink.add(census.idle(), POOL, "idle");
    }
  }

  private void utilization(Source.Sink sink) {
    if (records.keepsNoPool()) {
      int pooled = census.pooled();
      sink.add(pooled == 0 ? 0 : (double) (pooled - census.idle()) / pooled, POOL);
    }
  }

  /** A peer with several connections counts once, under the direction of its oldest. */
  private void peers(Source.Sink sink) {
    for (ConnectionRecord connection : census.peers().values()) {
      sink.add(1, ROLE, connection.direction().label());
    }
  }

  private void streams(Source.Sink sink) {
    census
        .streams()
        .forEach((kind, count) -> sink.add(
            kind.slot(),
            count.number(),
            kind.direction().label(),
            kind.transport().label(),
            kind.protocol()));
  }

  private void queueMessages(Source.Sink sink) {
    census
        .waiting()
        .forEach((slot, waiting) -> sink.add(slot, (double) waiting.messages(), QUEUE, PRIORITY));
  }

  private void queueBytes(Source.Sink sink) {
    census.waiting().forEach((slot, waiting) -> sink.add(slot, (double) waiting.bytes(), QUEUE));
  }

  private void loopTasks(Source.Sink sink) {
    for (Census.Loop loop : census.loops().values()) {
      sink.add(loop.tasks(), loop.label());
    }
  }
}
