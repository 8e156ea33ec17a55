package io.peertap.scalecube;

import io.scalecube.cluster.Cluster;
import io.scalecube.cluster.ClusterConfig;
import io.scalecube.cluster.ClusterImpl;
import io.scalecube.cluster.ClusterMessageHandler;
import io.scalecube.cluster.Member;
import io.scalecube.cluster.membership.MembershipEvent;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.Transport;
import io.scalecube.transport.netty.tcp.TcpTransportFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A member of a cluster on loopback. What it counts, no agent tells it. */
final class Node implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  /** Syncs only with those it comes to: who hears of whom from where is no matter of chance then. */
  private static final int SYNC_INTERVAL = 3_600_000;

  private final String alias;
  private final int pingInterval;
  private final CountingCodec codec = new CountingCodec();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Map<String, Integer> heard = new ConcurrentHashMap<>();
  private final Cluster cluster;
  private volatile Transport transport;
  private boolean left;

  /** Joins; seeds are addresses as this version of ScaleCube has them. */
  Node(String alias, List<?> seeds, int pingInterval) {
    this.alias = alias;
    this.pingInterval = pingInterval;
    this.cluster = new ClusterImpl(config(seeds)).handler(self -> new Heard()).startAwait();
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private ClusterConfig config(List<?> seeds) {
    return ClusterConfig.defaultLocalConfig()
        .memberAlias(alias)
        .metadata(alias)
        .externalHost("127.0.0.1")
        .failureDetector(
            detector -> detector.pingInterval(pingInterval).pingTimeout(pingInterval / 2))
        .gossip(gossip -> gossip.gossipInterval(50))
        .membership(membership ->
            membership.seedMembers((List) seeds).suspicionMult(2).syncInterval(SYNC_INTERVAL))
        .transport(tcp -> tcp.messageCodec(codec).transportFactory(config -> {
          transport = new TcpTransportFactory().createTransport(config);
          return transport;
        }));
  }

  String alias() {
    return alias;
  }

  String id() {
    return cluster.member().id();
  }

  CountingCodec codec() {
    return codec;
  }

  /** Where it listens, as this version of ScaleCube has it. */
  Object address() {
    try {
      return Member.class.getMethod("address").invoke(cluster.member());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  int others() {
    return cluster.otherMembers().size();
  }

  /** What its membership events were, in order. */
  List<String> events() {
    return events;
  }

  long events(String type) {
    return events.stream().filter(event -> event.startsWith(type)).count();
  }

  int heard(String topic) {
    return heard.getOrDefault(topic, 0);
  }

  void gossip(String topic, Object data) {
    cluster.spreadGossip(Message.withData(data).qualifier(topic).build()).subscribe();
  }

  /** Tells the others, and goes. */
  void leave() {
    left = true;
    cluster.shutdown();
    cluster.onShutdown().block(PATIENCE);
  }

  /** Its sockets close, without a word. */
  void die() {
    transport.stop().block(PATIENCE);
  }

  @Override
  public void close() {
    if (!left) {
      leave();
    }
  }

  private final class Heard implements ClusterMessageHandler {

    @Override
    public void onGossip(Message gossip) {
      heard.merge(gossip.qualifier(), 1, Integer::sum);
    }

    @Override
    public void onMembershipEvent(MembershipEvent event) {
      events.add(event.type() + " " + event.member().alias());
    }
  }
}
