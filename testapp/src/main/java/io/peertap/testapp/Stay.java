package io.peertap.testapp;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterConfig;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.transport.api.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;

/** One stay of a node in the cluster, from joining to leaving. */
final class Stay {

  /** Longer than scalecube's default for loopback: many JVMs may share few cores. */
  private static final int PING_TIMEOUT_MILLIS = 500;

  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final Transport transport;
  private final Disposable chatter;

  private Stay(Cluster cluster, Transport transport, Disposable chatter) {
    this.cluster = cluster;
    this.transport = transport;
    this.chatter = chatter;
  }

  /** Joins the cluster of the given seeds on the given port, where 0 means any. */
  static Stay begin(NodeId id, int port, List<String> seeds, Truth truth) {
    LoopbackTransport factory = new LoopbackTransport(id.host(), truth);
    Cluster cluster = new ClusterImpl(config(id, port, seeds, factory))
        .handler(self -> new Listener(factory, truth))
        .startAwait();
    Chatter chatter = new Chatter(cluster, factory.transport(), truth);
    return new Stay(cluster, factory.transport(), chatter.start());
  }

  private static ClusterConfig config(
      NodeId id, int port, List<String> seeds, LoopbackTransport factory) {
    return ClusterConfig.defaultLocalConfig()
        .memberAlias(id.name())
        .failureDetector(detector -> detector.pingTimeout(PING_TIMEOUT_MILLIS))
        .membership(membership -> membership.seedMembers(seeds))
        .transport(transport -> transport.port(port).transportFactory(factory));
  }

  String address() {
    return cluster.address();
  }

  int otherMembers() {
    return cluster.otherMembers().size();
  }

  Transport transport() {
    return transport;
  }

  /** Tells the others that this member leaves and closes its connections. */
  CompletableFuture<Void> end() {
    chatter.dispose();
    cluster.shutdown();
    return cluster
        .onShutdown()
        .toFuture()
        .completeOnTimeout(null, LEAVE_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }
}
