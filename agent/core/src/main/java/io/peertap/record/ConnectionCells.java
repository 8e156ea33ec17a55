package io.peertap.record;

import io.peertap.api.CloseReason;
import io.peertap.api.Direction;
import io.peertap.api.KeyType;
import io.peertap.api.Muxer;
import io.peertap.api.Outcome;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.RttSource;
import io.peertap.api.Security;
import io.peertap.api.Transport;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Counter;
import io.peertap.metric.Histogram;
import io.peertap.metric.IdentifyFamilies;
import io.peertap.metric.Metrics;
import io.peertap.metric.QuicFamilies;
import io.peertap.metric.Slot;
import io.peertap.metric.TrafficFamilies;

/** Where one connection is counted: made whenever it is needed, and not kept. */
final class ConnectionCells {

  private static final String QUEUE = "outbound";
  private static final String PRIORITY = "default";

  private final Metrics metrics;
  private final Slot slot;
  private final String direction;
  private final String transport;
  private final String ipVersion;
  private final String protocol;
  private final String streams;

  ConnectionCells(
      Metrics metrics,
      Slot slot,
      Direction direction,
      Transport transport,
      String ipVersion,
      String protocol,
      Muxer muxer) {
    this.metrics = metrics;
    this.slot = slot;
    this.direction = direction.label();
    this.transport = transport.label();
    this.ipVersion = ipVersion;
    this.protocol = protocol;
    this.streams = muxer == Muxer.NONE ? "none" : "muxed";
  }

  Counter received() {
    return metrics.counter(TrafficFamilies.RECEIVED, slot, transport, protocol, streams);
  }

  Counter sent() {
    return metrics.counter(TrafficFamilies.SENT, slot, transport, protocol, streams);
  }

  /** Of a transport that counts packets. */
  void packets(long packetsSent, long lost, long retransmitted) {
    metrics.counter(QuicFamilies.SENT, slot).add(packetsSent);
    metrics.counter(QuicFamilies.LOST, slot).add(lost);
    metrics.counter(QuicFamilies.RETRANSMISSIONS, slot).add(retransmitted);
  }

  void transition(State from, State to) {
    metrics
        .counter(ConnectionFamilies.TRANSITIONS, slot, from.label(), to.label())
        .add();
  }

  void attempt(Outcome outcome) {
    metrics
        .counter(ConnectionFamilies.ATTEMPTS, slot, direction, transport, outcome.label())
        .add();
  }

  void error(Phase phase, Reason reason) {
    metrics
        .counter(
            ConnectionFamilies.ERRORS, slot, phase.label(), direction, transport, reason.label())
        .add();
  }

  void opened(Security security, Muxer muxer) {
    metrics
        .counter(
            ConnectionFamilies.OPENED,
            slot,
            direction,
            transport,
            security.label(),
            muxer.label(),
            ipVersion)
        .add();
  }

  void closed(Security security, Muxer muxer, CloseReason reason) {
    metrics
        .counter(
            ConnectionFamilies.CLOSED,
            slot,
            direction,
            transport,
            security.label(),
            muxer.label(),
            ipVersion,
            reason.label())
        .add();
  }

  void duration(long nanos) {
    metrics.histogram(ConnectionFamilies.DURATION, slot, direction, transport).observeNanos(nanos);
  }

  Histogram dial(Outcome outcome) {
    return metrics.histogram(ConnectionFamilies.DIAL_DURATION, slot, transport, outcome.label());
  }

  Histogram handshake(Security security, Outcome outcome) {
    return metrics.histogram(
        ConnectionFamilies.HANDSHAKE_DURATION,
        slot,
        direction,
        transport,
        security.label(),
        outcome.label());
  }

  void provedBy(KeyType key) {
    metrics.counter(ConnectionFamilies.KEY_TYPES, slot, direction, key.label()).add();
  }

  void takesPushes(boolean supported) {
    metrics
        .counter(IdentifyFamilies.PUSH_SUPPORT, slot, supported ? "yes" : "no")
        .add();
  }

  Histogram roundTrip(RttSource source) {
    return metrics.histogram(TrafficFamilies.RTT, slot, source.label());
  }

  Histogram queueWait() {
    return metrics.histogram(TrafficFamilies.QUEUE_WAIT, slot, QUEUE, PRIORITY);
  }

  void dropped(long messages) {
    if (messages > 0) {
      metrics.counter(TrafficFamilies.DROPPED, slot, QUEUE, "closed").add(messages);
    }
  }
}
