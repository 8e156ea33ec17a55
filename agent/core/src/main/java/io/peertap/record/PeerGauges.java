package io.peertap.record;

import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import io.peertap.metric.TrafficFamilies;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** What is derived from peers: throughput, quality, health, software, distance. */
final class PeerGauges {

  private static final String INBOUND = "inbound";
  private static final String OUTBOUND = "outbound";

  /** Who has a connection of its own is one hop away; overlays beyond it nobody has told of. */
  private static final int DIRECT = 1;

  private final Peers peers;
  private final HealthLimits limits;
  private final Supplier<Collection<Peer>> connected;
  private List<Peer> known = List.of();

  /** The connected peers are asked for at every collection. */
  PeerGauges(Records records, Supplier<Collection<Peer>> connected) {
    this.peers = records.peers();
    this.limits = records.settings().health();
    this.connected = connected;
  }

  void register(Metrics metrics) {
    metrics.harvest(() -> known = peers.known());
    metrics.gauge(PeerFamilies.KNOWN, sink -> sink.add(known.size()));
    metrics.gauge(PeerFamilies.HEALTH, this::health);
    metrics.gauge(PeerFamilies.CONNECTIVITY, this::connectivity);
    metrics.gauge(PeerFamilies.PROTOCOL, this::protocols);
    metrics.gauge(PeerFamilies.BY_AGENT, this::agents);
    metrics.gauge(PeerFamilies.DISTANCE, this::distance);
    metrics.gauge(PeerFamilies.DIAMETER, this::diameter);
    metrics.gauge(TrafficFamilies.THROUGHPUT, this::throughput);
  }

  private void health(Source.Sink sink) {
    for (Peer peer : known) {
      Health health = limits.of(peer.score());
      if (health != null) {
        sink.add(1, health.label());
      }
    }
  }

  private void connectivity(Source.Sink sink) {
    for (Peer peer : known) {
      double score = peer.score();
      if (peer.hasSlot() && !Double.isNaN(score)) {
        sink.add(score, peer.slot().label());
      }
    }
  }

  private void protocols(Source.Sink sink) {
    for (Peer peer : connected.get()) {
      Software software = peer.software();
      if (software != null && software.version() != null) {
        sink.add(1, software.protocol(), software.version());
        if (peer.hasSlot()) { // Of the others nobody can say that it is one.
          sink.mirror(peer.slot(), 1, software.protocol(), software.version());
        }
      }
    }
  }

  private void agents(Source.Sink sink) {
    for (Peer peer : connected.get()) {
      Software software = peer.software();
      if (software != null && software.agent() != null) {
        sink.add(1, software.agent());
      }
    }
  }

  private void distance(Source.Sink sink) {
    for (Peer peer : connected.get()) {
      if (peer.hasSlot()) {
        sink.add(DIRECT, peer.slot().label());
      }
    }
  }

  private void diameter(Source.Sink sink) {
    sink.add(connected.get().isEmpty() ? 0 : DIRECT);
  }

  /** What peers with a slot do not move, the others do: so the mirror adds up to its base. */
  private void throughput(Source.Sink sink) {
    Rates all = peers.rates();
    sink.add(all.inbound(), INBOUND);
    sink.add(all.outbound(), OUTBOUND);
    double inbound = all.inbound();
    double outbound = all.outbound();
    for (Peer peer : peers.holders()) {
      Rates rates = peer.rates();
      sink.mirror(peer.slot(), rates.inbound(), INBOUND);
      sink.mirror(peer.slot(), rates.outbound(), OUTBOUND);
      inbound -= rates.inbound();
      outbound -= rates.outbound();
    }
    sink.mirror(Slot.OTHER, Math.max(0, inbound), INBOUND);
    sink.mirror(Slot.OTHER, Math.max(0, outbound), OUTBOUND);
  }
}
