package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Messages;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;

/** Messages of protocols, counted for their peers. */
final class MessageRecords implements Messages {

  private static final String UNKNOWN = "unknown";

  private final Metrics metrics;
  private final Peers peers;
  private final Limiter protocols;
  private final Limiter types;
  private final Limiter topics;

  MessageRecords(Metrics metrics, Peers peers, int labelValues) {
    this.metrics = metrics;
    this.peers = peers;
    this.protocols = new Limiter(metrics, TrafficFamilies.MESSAGES_SENT, labelValues);
    this.types = new Limiter(metrics, TrafficFamilies.MESSAGES_SENT, labelValues);
    this.topics = new Limiter(metrics, TrafficFamilies.GOSSIP, labelValues);
  }

  @Override
  public void sent(String protocol, String type, String peer, long bytes) {
    count(TrafficFamilies.MESSAGES_SENT, Direction.OUTBOUND, protocol, type, peer, bytes);
  }

  @Override
  public void received(String protocol, String type, String peer, long bytes) {
    count(TrafficFamilies.MESSAGES_RECEIVED, Direction.INBOUND, protocol, type, peer, bytes);
  }

  @Override
  public void heartbeat(Direction direction, String peer) {
    peers.during(
        known(peer),
        slot ->
            metrics.counter(PeerFamilies.HEARTBEATS, slot, direction.label()).add());
  }

  @Override
  public void gossip(GossipAction action, GossipStatus status, String topic) {
    metrics
        .counter(TrafficFamilies.GOSSIP, action.label(), status.label(), topics.limit(known(topic)))
        .add();
  }

  private void count(
      Family family, Direction direction, String protocol, String type, String peer, long bytes) {
    String protocolLabel = protocols.limit(known(protocol));
    String typeLabel = types.limit(known(type));
    peers.during(known(peer), bytes, slot -> {
      metrics.counter(family, slot, protocolLabel, typeLabel).add();
      if (bytes >= 0) {
        metrics
            .histogram(TrafficFamilies.MESSAGE_SIZE, slot, direction.label(), typeLabel)
            .observe((double) bytes);
      }
    });
  }

  private static String known(String value) {
    return value == null ? UNKNOWN : value;
  }
}
