package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.api.Transport;
import io.peertap.metric.Slot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What is alive at one moment, counted in one pass: many gauges show the same. */
final class Census {

  private final Map<State, Map<Direction, Map<Transport, Count>>> connections =
      new EnumMap<>(State.class);
  private final Map<Peer, ConnectionRecord> oldest = new HashMap<>();
  /** Peers all of whose connections go through a relay: few, so they are kept and not the others. */
  private final Set<Peer> relayed = new HashSet<>();

  private final Map<Slot, Waiting> waiting = new HashMap<>();
  private final Map<StreamKind, Count> streams = new HashMap<>();
  private final Map<String, Loop> loops = new HashMap<>();
  private int pooled;
  private int idle;
  private int unwritable;

  /** A connection that is not over. */
  void connection(State state, Direction direction, Transport transport) {
    connections
        .computeIfAbsent(state, unused -> new EnumMap<>(Direction.class))
        .computeIfAbsent(direction, unused -> new EnumMap<>(Transport.class))
        .computeIfAbsent(transport, unused -> new Count())
        .number++;
  }

  /** What waits in a connection to be sent. */
  void waiting(Slot slot, long messages, long bytes) {
    Waiting known = waiting.computeIfAbsent(slot, unused -> new Waiting());
    known.messages += messages;
    known.bytes += bytes;
  }

  /** One of a peer's connections that are connected. */
  void connected(Peer peer, ConnectionRecord connection, boolean isIdle, boolean isWritable) {
    ConnectionRecord known = oldest.get(peer);
    if (connection.transport() != Transport.RELAY) {
      relayed.remove(peer);
    } else if (known == null) {
      relayed.add(peer);
    }
    if (known == null || connection.id() < known.id()) {
      oldest.put(peer, connection);
    }
    pooled++;
    idle += isIdle ? 1 : 0;
    unwritable += isWritable ? 0 : 1;
  }

  /** An open stream. */
  void stream(StreamKind kind) {
    streams.computeIfAbsent(kind, unused -> new Count()).number++;
  }

  /**
   * An event loop, which may serve many.
   *
   * @param before the census before, which knows the labels of loops that it saw
   * @param labels makes the label of a loop that is new
   */
  void loop(String name, int tasks, Census before, UnaryOperator<String> labels) {
    Loop known = loops.get(name);
    if (known == null) {
      Loop old = before.loops.get(name);
      known = new Loop(old == null ? labels.apply(name) : old.label);
      loops.put(name, known);
    }
    known.tasks = tasks;
  }

  /** Connections by state, direction and transport. */
  Map<State, Map<Direction, Map<Transport, Count>>> connections() {
    return connections;
  }

  /** Every connected peer, and the oldest of its connections. */
  Map<Peer, ConnectionRecord> peers() {
    return oldest;
  }

  /** One to a peer with a connection of its own, two through a relay. */
  int hops(Peer peer) {
    return relayed.contains(peer) ? 2 : 1;
  }

  Map<Slot, Waiting> waiting() {
    return waiting;
  }

  Map<StreamKind, Count> streams() {
    return streams;
  }

  /** Event loops by name. */
  Map<String, Loop> loops() {
    return loops;
  }

  /** Connections that are connected. */
  int pooled() {
    return pooled;
  }

  /** Of these, those without traffic for the idle time. */
  int idle() {
    return idle;
  }

  /** Of these, those above their high-water mark. */
  int unwritable() {
    return unwritable;
  }

  /** What waits to be sent to the peers of one slot. */
  static final class Waiting {
    private long messages;
    private long bytes;

    long messages() {
      return messages;
    }

    long bytes() {
      return bytes;
    }
  }

  /** How many there are. */
  static final class Count {
    private int number;

    int number() {
      return number;
    }
  }

  /** The tasks of one event loop, under the label of its name. */
  static final class Loop {
    private final String label;
    private int tasks;

    Loop(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    int tasks() {
      return tasks;
    }
  }
}
