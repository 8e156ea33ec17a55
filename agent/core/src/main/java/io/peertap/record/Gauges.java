package io.peertap.record;

import io.peertap.api.Carrier;
import io.peertap.api.Direction;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.Source;
import io.peertap.metric.StreamFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.HashMap;
import java.util.Map;

/**
 * The gauges of the live tables, computed whenever somebody collects. Nothing is incremented and
 * decremented, so nothing can drift.
 */
final class Gauges {

  private static final String POOL = "default";
  private static final String ROLE = "peer";

  private final Records records;

  private Gauges(Records records) {
    this.records = records;
  }

  static void register(Records records) {
    Gauges gauges = new Gauges(records);
    Metrics metrics = records.metrics();
    metrics.gauge(ConnectionFamilies.CONNECTIONS, gauges::connections);
    metrics.gauge(ConnectionFamilies.POOL_CONNECTIONS, gauges::pool);
    metrics.gauge(ConnectionFamilies.POOL_UTILIZATION, gauges::utilization);
    metrics.gauge(PeerFamilies.CONNECTED, gauges::peers);
    metrics.gauge(StreamFamilies.STREAMS, gauges::streams);
    metrics.gauge(TrafficFamilies.QUEUE_MESSAGES, gauges::queueMessages);
    metrics.gauge(TrafficFamilies.QUEUE_BYTES, gauges::queueBytes);
    metrics.gauge(TrafficFamilies.UNWRITABLE, gauges::unwritable);
    metrics.gauge(TrafficFamilies.LOOP_TASKS, gauges::loopTasks);
  }

  private void connections(Source.Sink sink) {
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection) {
        State state = connection.state();
        if (!state.over()) {
          sink.add(
              1,
              state.label(),
              connection.direction().label(),
              connection.transport().label());
        }
      }
    }
  }

  private void pool(Source.Sink sink) {
    Pool pool = countPool();
    sink.add(pool.total - pool.idle, POOL, "active");
    sink.add(pool.idle, POOL, "idle");
  }

  private void utilization(Source.Sink sink) {
    Pool pool = countPool();
    sink.add(pool.total == 0 ? 0 : (double) (pool.total - pool.idle) / pool.total, POOL);
  }

  private Pool countPool() {
    long now = records.clock().nanos();
    int total = 0;
    int idle = 0;
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection && connection.state() == State.CONNECTED) {
        total++;
        idle += connection.idle(now, records.idleNanos()) ? 1 : 0;
      }
    }
    return new Pool(total, idle);
  }

  /** A peer with several connections counts once, under the direction of its oldest. */
  private void peers(Source.Sink sink) {
    Map<Peer, ConnectionRecord> oldest = new HashMap<>();
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection && connection.state() == State.CONNECTED) {
        oldest.merge(connection.peer(), connection, (a, b) -> a.id() < b.id() ? a : b);
      }
    }
    for (ConnectionRecord connection : oldest.values()) {
      Direction direction = connection.direction();
      sink.add(1, ROLE, direction.label());
    }
  }

  private void streams(Source.Sink sink) {
    for (Live live : records.alive()) {
      if (live instanceof StreamRecord stream) {
        sink.add(
            stream.slot(),
            1,
            stream.direction().label(),
            stream.transport().label(),
            stream.protocol());
      }
    }
  }

  private void queueMessages(Source.Sink sink) {
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection) {
        sink.add(
            connection.peer().slot(),
            (double) connection.traffic().pendingMessages(),
            "outbound",
            "default");
      }
    }
  }

  private void queueBytes(Source.Sink sink) {
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection) {
        sink.add(
            connection.peer().slot(), (double) connection.traffic().pendingBytes(), "outbound");
      }
    }
  }

  private void unwritable(Source.Sink sink) {
    for (Live live : records.alive()) {
      if (live instanceof ConnectionRecord connection
          && connection.state() == State.CONNECTED
          && !records.ask(live, Carrier::isWritable, true)) {
        sink.add(1);
      }
    }
  }

  private void loopTasks(Source.Sink sink) {
    Map<String, Integer> tasks = new HashMap<>();
    for (Live live : records.alive()) {
      String loop = records.ask(live, Carrier::loop, null);
      if (loop != null) {
        tasks.put(loop, Math.max(0, records.ask(live, Carrier::pendingTasks, -1)));
      }
    }
    for (Map.Entry<String, Integer> loop : tasks.entrySet()) {
      sink.add(loop.getValue(), records.limitLoop(loop.getKey()));
    }
  }

  private record Pool(int total, int idle) {}
}
