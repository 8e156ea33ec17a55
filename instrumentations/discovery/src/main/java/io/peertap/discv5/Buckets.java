package io.peertap.discv5;

import io.peertap.api.Attached;
import io.peertap.api.Getter;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many nodes a table holds. Only who has its lock may read it, so it is counted when the library
 * looks after it; the library does not tell when a table is no longer used.
 */
final class Buckets {

  private static final String SOURCE = "dht";
  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<AtomicLong> SIZES = Telemetry.current().attached();

  private static final Getter STATS = Getter.method("getStats");
  private static final Getter TOTAL = Getter.method("getTotalNodeCount");

  private Buckets() {}

  static void offered(Object node) {
    PEERS.discovered(SOURCE, Nodes.id(node));
  }

  /** On a thread that holds the table's lock. */
  static void counted(Object table) {
    AtomicLong size = SIZES.get(table);
    if (size == null) {
      size = new AtomicLong();
      SIZES.put(table, size);
      register(size);
    }
    size.set(((Number) TOTAL.of(STATS.of(table))).longValue());
  }

  /** Read as long as somebody holds the size, which the table does. */
  private static void register(AtomicLong size) {
    WeakReference<AtomicLong> known = new WeakReference<>(size);
    Registration unused = PEERS.known(() -> {
      AtomicLong nodes = known.get();
      return nodes == null ? 0 : nodes.get();
    });
  }
}
