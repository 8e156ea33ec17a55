package io.peertap.discv5;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A node of the library, which looks for others only when it is told to. */
final class Discv5Node implements AutoCloseable {

  private static final int SECONDS = 20;

  private final Object system;
  private final Object record;
  private final AtomicLong pongs = new AtomicLong();

  Discv5Node(Library library, Discv5Node... known) {
    Object keys = library.callStatic("util.Functions", "randomKeyPair");
    Object signer = library.create("crypto.DefaultSigner", Library.call(keys, "secretKey"));
    Object builder = library.create("schema.NodeRecordBuilder");
    Library.call(builder, "signer", signer);
    Library.call(builder, "address", "127.0.0.1", freePort());
    record = Library.call(builder, "build");
    Object node = library.create("DiscoverySystemBuilder");
    Library.call(node, "signer", signer);
    Library.call(node, "localNodeRecord", record);
    Library.call(node, "bootnodes", List.of(records(known)));
    Library.call(node, "recursiveLookupInterval", Duration.ofHours(1));
    Library.call(node, "lifeCheckInterval", Duration.ofMillis(50));
    Library.call(node, "retryTimeout", Duration.ofSeconds(1));
    system = Library.call(node, "build");
    Object message = library.constant("pipeline.Field", "MESSAGE");
    Object listener = library.listener("pipeline.EnvelopeHandler", envelope -> {
      Object heard = Library.call(envelope, "get", message);
      if (heard != null && heard.getClass().getSimpleName().equals("PongMessage")) {
        pongs.incrementAndGet();
      }
    });
    Object manager = Library.field(system, "discoveryManager");
    Library.call(Library.call(manager, "getIncomingPipeline"), "addHandler", listener);
    get(Library.call(system, "start"));
  }

  private static Object[] records(Discv5Node... nodes) {
    Object[] records = new Object[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      records[i] = nodes[i].record;
    }
    return records;
  }

  /** Its id as the library writes it. */
  String id() {
    return id(record);
  }

  /** Pings a node; ends with its answer. */
  void ping(Discv5Node node) {
    get(Library.call(system, "ping", node.record));
  }

  /** How many pings of it were answered, as its last handler of packets has heard. */
  long pongs() {
    return pongs.get();
  }

  /** Asks a node for those in its table, at any distance that is likely; answers their ids. */
  Set<String> ask(Discv5Node node) {
    List<Integer> distances = List.of(256, 255, 254, 253, 252, 251, 250);
    return ids((Collection<?>) get(Library.call(system, "findNodes", node.record, distances)));
  }

  /** Searches, from all nodes of its table on. */
  void search() {
    get(Library.call(system, "searchForNewPeers"));
  }

  /** Ids in its table. */
  Set<String> table() {
    Set<String> ids = new TreeSet<>();
    for (Object bucket : (Collection<?>) Library.call(system, "getNodeRecordBuckets")) {
      ids.addAll(ids((Collection<?>) bucket));
    }
    return ids;
  }

  private static Set<String> ids(Collection<?> records) {
    Set<String> ids = new TreeSet<>();
    for (Object each : records) {
      ids.add(id(each));
    }
    return ids;
  }

  private static String id(Object nodeRecord) {
    return Library.call(nodeRecord, "getNodeId").toString();
  }

  private static Object get(Object future) {
    return ((CompletableFuture<?>) future).orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  private static int freePort() {
    try (DatagramSocket socket = new DatagramSocket()) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Library.call(system, "stop");
  }
}
