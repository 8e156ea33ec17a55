package io.peertap.record;

import io.peertap.api.Direction;
import io.peertap.api.DropReason;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.metric.Family;
import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;

/** Messages of protocols, counted for their peers. */
final class MessageRecords implements Messages {

  private static final String UNKNOWN = "unknown";

  private final Metrics metrics;
  private final PeerTable peers;
  private final Limiter protocols;
  private final Limiter types;
  private final Limiter queues;

  MessageRecords(Metrics metrics, PeerTable peers, int labelValues) {
    this.metrics = metrics;
    this.peers = peers;
    this.protocols = new Limiter(metrics, TrafficFamilies.MESSAGES_SENT, labelValues);
    this.types = new Limiter(metrics, TrafficFamilies.MESSAGES_SENT, labelValues);
    this.queues = new Limiter(metrics, TrafficFamilies.DROPPED, labelValues);
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
  public void answered(String type, String peer, long nanos) {
    String typeLabel = types.limit(known(type));
    peers.during(
        known(peer),
        slot -> metrics
            .histogram(TrafficFamilies.MESSAGE_LATENCY, slot, typeLabel)
            .observeNanos(nanos));
  }

  @Override
  public void failed(String type, MessageFault fault) {
    metrics
        .counter(TrafficFamilies.MESSAGES_FAILED, types.limit(known(type)), fault.label())
        .add();
  }

  @Override
  public void dropped(String queue, DropReason reason, String peer) {
    String name = queues.limit(known(queue));
    peers.during(
        known(peer),
        slot ->
            metrics.counter(TrafficFamilies.DROPPED, slot, name, reason.label()).add());
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
