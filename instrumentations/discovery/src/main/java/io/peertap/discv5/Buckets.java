package io.peertap.discv5;

import io.peertap.api.Attached;
import io.peertap.api.Peers;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many nodes a table holds. Only who has its lock may read it, so it is counted when the library
 * looks after it; the library does not tell when a table is no longer used.
 */
final class Buckets {

  private static final String SOURCE = "dht";
  private static final Peers PEERS = Telemetry.current().peers();
  private static final Attached<AtomicLong> SIZES = Telemetry.current().attached();

  private static volatile Method allNodes;

  private Buckets() {}

  static void offered(Object node) {
    PEERS.discovered(SOURCE, Nodes.id(node));
  }

  static void counted(Object table, Collection<?> buckets) {
    AtomicLong size = SIZES.get(table);
    if (size == null) {
      size = new AtomicLong();
      SIZES.put(table, size);
      register(size);
    }
    long nodes = 0;
    for (Object bucket : buckets) {
      nodes += nodes(bucket).size();
    }
    size.set(nodes);
  }

  /** Read as long as somebody holds the size, which the table does. */
  private static void register(AtomicLong size) {
    WeakReference<AtomicLong> known = new WeakReference<>(size);
    Registration unused = PEERS.known(() -> {
      AtomicLong nodes = known.get();
      return nodes == null ? 0 : nodes.get();
    });
  }

  private static Collection<?> nodes(Object bucket) {
    try {
      Method getter = allNodes;
      if (getter == null) {
        getter = bucket.getClass().getMethod("getAllNodes");
        allNodes = getter;
      }
      return (Collection<?>) getter.invoke(bucket);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
