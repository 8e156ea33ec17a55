package io.peertap.testapp;

import io.peertap.testapp.dkg.Keys;
import io.peertap.testapp.ping.PingResponder;
import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterConfig;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.transport.api.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import reactor.core.Disposable;

/** One stay of a node in the cluster, from joining to leaving. */
final class Stay {

  /** Longer than scalecube's default for loopback: many JVMs may share few cores. */
  private static final int PING_TIMEOUT_MILLIS = 500;

  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(10);

  private final Cluster cluster;
  private final Transport transport;
  private final Disposable chatter;
  private final SigningNode signing;

  private Stay(Cluster cluster, Transport transport, Disposable chatter, SigningNode signing) {
    this.cluster = cluster;
    this.transport = transport;
    this.chatter = chatter;
    this.signing = signing;
  }

  /** Joins the cluster of the given seeds on the given port, where 0 means any. */
  static Stay begin(
      NodeId id,
      int port,
      List<String> seeds,
      Settings settings,
      Keys keys,
      Truth truth,
      Consumer<String> out) {
    LoopbackTransport factory = new LoopbackTransport(
        id.host(),
        seeds.stream().map(Transport::parsePort).collect(Collectors.toUnmodifiableSet()),
        truth);
    SigningNode signing = new SigningNode(id, settings, keys, truth, out);
    PingResponder pings = new PingResponder(settings.faults());
    Cluster cluster = new ClusterImpl(config(id, port, seeds, factory))
        .handler(self -> new Listener(factory, truth, signing, pings))
        .startAwait();
    Chatter chatter = new Chatter(cluster, factory.transport(), truth);
    signing.start(id, cluster, factory.transport());
    return new Stay(cluster, factory.transport(), chatter.start(), signing);
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

  /** Begins nothing any more, but keeps the connections; completes once all work has ended. */
  CompletableFuture<Void> rest() {
    chatter.dispose();
    return signing.rest();
  }

  void awaitSilence() throws InterruptedException {
    signing.awaitSilence();
  }

  /** Rests, tells the others that this member leaves, and closes its connections. */
  CompletableFuture<Void> end() {
    return rest().thenCompose(rested -> leave());
  }

  private CompletableFuture<Void> leave() {
    signing.stop();
    cluster.shutdown();
    return cluster
        .onShutdown()
        .toFuture()
        .completeOnTimeout(null, LEAVE_WITHIN.toSeconds(), TimeUnit.SECONDS);
  }
}
