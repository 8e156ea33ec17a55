package io.peertap.record;

import io.peertap.metric.Metrics;
import io.peertap.metric.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Who is alive, and who has one of the bounded number of slots. A peer keeps its slot when it goes;
 * only when it has been gone for the grace time and another peer wants a slot does it lose it.
 */
final class Peers {

  private final Metrics metrics;
  private final PeerNames names;
  private final int slots;
  private final long grace;
  private final Clock clock;
  private final Map<String, Peer> peers = new HashMap<>();
  private final List<Peer> holders = new ArrayList<>();

  Peers(Metrics metrics, PeerNames names, int slots, long graceNanos, Clock clock) {
    this.metrics = metrics;
    this.names = names;
    this.slots = slots;
    this.grace = graceNanos;
    this.clock = clock;
  }

  /** The peer of this identity, in use once more. */
  synchronized Peer acquire(String name) {
    Peer peer = peers.get(name);
    if (peer == null) {
      peer = new Peer(name, slot(name));
      peers.put(name, peer);
      if (peer.hasSlot()) {
        holders.add(peer);
      }
    }
    peer.use();
    return peer;
  }

  /** One use of a peer has ended. */
  synchronized void release(Peer peer) {
    release(peer, clock.nanos());
  }

  /**
   * One use of an address turned out to be one of this peer. What was only an address needs no
   * grace: its slot is free at once.
   */
  synchronized Peer identified(Peer address, String name) {
    release(address, clock.nanos() - grace);
    return acquire(name);
  }

  /** Something happens with this peer, and is counted for the slot that it has. */
  void during(String name, Consumer<Slot> event) {
    Peer peer = acquire(name);
    try {
      event.accept(peer.slot());
    } finally {
      release(peer);
    }
  }

  /** Peers alive or with a slot. */
  synchronized int size() {
    return peers.size();
  }

  private void release(Peer peer, long since) {
    if (peer.release(since) && !peer.hasSlot()) {
      peers.remove(peer.name());
    }
  }

  private Slot slot(String name) {
    return holders.size() < slots || retireOne() ? new Slot(() -> names.label(name)) : Slot.OTHER;
  }

  private boolean retireOne() {
    long now = clock.nanos();
    for (int i = 0; i < holders.size(); i++) {
      Peer holder = holders.get(i);
      if (holder.gone(now, grace)) {
        holders.remove(i);
        peers.remove(holder.name());
        metrics.retire(holder.slot());
        return true;
      }
    }
    return false;
  }
}
