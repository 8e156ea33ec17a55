package io.peertap.record;

import io.peertap.metric.Metrics;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.QuicFamilies;
import io.peertap.metric.Slot;
import io.peertap.metric.Source;
import io.peertap.metric.TrafficFamilies;
import java.util.List;
import java.util.function.Supplier;

/** What is derived from peers: throughput, quality, health, software, distance. */
final class PeerGauges {

  private static final String INBOUND = "inbound";
  private static final String OUTBOUND = "outbound";

  private final PeerTable peers;
  private final PeerRecords told;
  private final HealthLimits limits;
  private final Supplier<Census> census;
  private List<Peer> known = List.of();

  /** Who is connected is asked for at every collection. */
  PeerGauges(Records records, Supplier<Census> census) {
    this.peers = records.peerTable();
    this.told = records.toldOfPeers();
    this.limits = records.settings().health();
    this.census = census;
  }

  void register(Metrics metrics) {
    metrics.harvest(() -> known = peers.known());
    metrics.gauge(
        PeerFamilies.KNOWN, sink -> sink.add((double) Math.max(known.size(), told.inBooks())));
    metrics.gauge(PeerFamilies.HEALTH, this::health);
    metrics.gauge(PeerFamilies.CONNECTIVITY, this::connectivity);
    metrics.gauge(PeerFamilies.PROTOCOL, this::protocols);
    metrics.gauge(PeerFamilies.BY_AGENT, this::agents);
    metrics.gauge(PeerFamilies.PING, this::pings);
    metrics.gauge(PeerFamilies.REPUTATION, this::reputation);
    metrics.gauge(PeerFamilies.DISTANCE, this::distance);
    metrics.gauge(PeerFamilies.DIAMETER, this::diameter);
    metrics.gauge(TrafficFamilies.THROUGHPUT, this::throughput);
    metrics.gauge(QuicFamilies.LOSS, this::loss);
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
        sink.mirror(peer.slot(), score);
      }
    }
  }

  private void protocols(Source.Sink sink) {
    for (Peer peer : census.get().peers().keySet()) {
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
    for (Peer peer : census.get().peers().keySet()) {
      Software software = peer.software();
      if (software != null && software.agent() != null) {
        sink.add(1, software.agent());
      }
    }
  }

  private void pings(Source.Sink sink) {
    for (Peer peer : known) {
      if (peer.hasSlot() && peer.lastPing() >= 0) {
        sink.mirror(peer.slot(), peer.lastPing() / 1e9);
      }
    }
  }

  private void reputation(Source.Sink sink) {
    for (Peer peer : known) {
      if (peer.hasSlot() && !Double.isNaN(peer.reputation())) {
        sink.mirror(peer.slot(), peer.reputation());
      }
    }
  }

  private void distance(Source.Sink sink) {
    Census now = census.get();
    for (Peer peer : now.peers().keySet()) {
      if (peer.hasSlot()) {
        sink.mirror(peer.slot(), now.hops(peer));
      }
    }
  }

  private void diameter(Source.Sink sink) {
    Census now = census.get();
    int farthest = 0;
    for (Peer peer : now.peers().keySet()) {
      farthest = Math.max(farthest, now.hops(peer));
    }
    sink.add(farthest);
  }

  private void loss(Source.Sink sink) {
    if (peers.loss().isKnown()) {
      sink.add(peers.loss().ratio());
      for (Peer peer : peers.holders()) {
        PacketLoss loss = peer.loss();
        if (loss != null) {
          sink.mirror(peer.slot(), loss.ratio());
        }
      }
    }
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
