package io.peertap.record;

import io.peertap.metric.Metrics;
import io.peertap.metric.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Who is alive, and who has one of the bounded number of slots. A free slot is given at once. When
 * all are taken, whoever moves more than a peer that has been gone for the grace time takes its slot
 * at the next tick: so peers that only come and go push nobody out.
 */
final class PeerTable {

  /** Names counted for each slot, and in any case; the more, the finer the comparison. */
  private static final int COUNTED_PER_SLOT = 4;

  private static final int COUNTED = 256;

  /** What moved a grace time ago counts half, or this long ago if that is more. */
  private static final long MIN_HALF_LIFE = TimeUnit.MINUTES.toNanos(1);

  private final Metrics metrics;
  private final PeerNames names;
  private final int slots;
  private final long grace;
  private final long halfLife;
  private final Clock clock;
  private final Map<String, Peer> peers = new HashMap<>();
  private int taken; // Slots, by those of the peers that have one.
  private final Set<Peer> vacated = new LinkedHashSet<>();
  private final HeavyHitters waiting;
  private final Listeners listeners = new Listeners();
  private final Rates rates = new Rates();
  private final PacketLoss loss = new PacketLoss();
  private long received;
  private long sent;
  private long followed;
  private long halved;

  PeerTable(Metrics metrics, PeerNames names, int slots, long graceNanos, Clock clock) {
    this.metrics = metrics;
    this.names = names;
    this.slots = slots;
    this.grace = graceNanos;
    this.halfLife = Math.max(graceNanos, MIN_HALF_LIFE);
    this.clock = clock;
    this.waiting = new HeavyHitters(Math.max(COUNTED, COUNTED_PER_SLOT * slots));
    this.followed = clock.nanos();
    this.halved = followed;
  }

  /** The peer of this identity, or that listens at this address, in use once more. */
  synchronized Peer acquire(String identity) {
    String name = listeners.peer(identity);
    Peer peer = peers.get(name);
    if (peer == null) {
      peer = new Peer(name);
      peers.put(name, peer);
      if (taken < slots || retireVacated()) {
        admit(peer);
      }
    }
    peer.use();
    return peer;
  }

  /** One use of a peer has ended. */
  synchronized void release(Peer peer) {
    release(peer, clock.nanos());
  }

  /** One use of an address turned out to be one of this peer. */
  synchronized Peer identified(Peer address, String name) {
    if (release(address, clock.nanos() - grace) && address.hasSlot()) {
      address.vacate();
      vacated.add(address);
    }
    return acquire(name);
  }

  /** Something happens with this peer, and is counted for the slot that it has. */
  void during(String name, Consumer<Slot> event) {
    during(name, 1, event);
  }

  /** The same with the bytes that it moved, by which it may earn a slot. */
  void during(String name, long bytes, Consumer<Slot> event) {
    Peer peer = acquire(name);
    try {
      event.accept(peer.slot());
    } finally {
      synchronized (this) {
        weigh(peer, Math.max(1, bytes));
        release(peer);
      }
    }
  }

  /** The same for a name that may be no peer's, or null: such a one is given no slot. */
  void duringIfKnown(String name, Consumer<Slot> event) {
    if (name == null || find(name) == null) {
      event.accept(Slot.OTHER);
    } else {
      during(name, event);
    }
  }

  /** A round trip to this peer, if anything of it is alive or has a slot. */
  void roundTrip(String name, long nanos) {
    Peer peer = find(name);
    if (peer != null) {
      peer.quality().roundTrip(nanos);
    }
  }

  /** The peer of this identity, or null if nothing of it is alive and it has no slot. */
  synchronized Peer find(String name) {
    return peers.get(listeners.peer(name));
  }

  /** Whether one use is all that is alive of a peer. */
  synchronized boolean inUseOnce(Peer peer) {
    return peer.inUseOnce();
  }

  /** Peers alive or with a slot. */
  synchronized int size() {
    return peers.size();
  }

  /** Peers that are alive or were within the grace time; not addresses that turned out to be peers. */
  synchronized List<Peer> known() {
    long now = clock.nanos();
    List<Peer> known = new ArrayList<>(peers.size());
    for (Peer peer : peers.values()) {
      if (!peer.gone(now, grace)) {
        known.add(peer);
      }
    }
    return known;
  }

  /** Peers with a slot. */
  synchronized List<Peer> holders() {
    List<Peer> holders = new ArrayList<>(taken);
    for (Peer peer : peers.values()) {
      if (peer.hasSlot()) {
        holders.add(peer);
      }
    }
    return holders;
  }

  /** The moving averages of all bytes, of whatever peer. */
  Rates rates() {
    return rates;
  }

  /** Who listens where. */
  Listeners listeners() {
    return listeners;
  }

  /** The packets of all peers that were lost. */
  PacketLoss loss() {
    return loss;
  }

  /**
   * Follows what moved since the last tick, and gives slots by it; answers whether any was given.
   * What moves from now on belongs to the new slots.
   */
  synchronized boolean tick() {
    long now = clock.nanos();
    double seconds = (now - followed) / 1e9;
    halve(now);
    for (Peer peer : peers.values()) {
      bringIn(peer, seconds);
      if (peer.loss() != null) {
        peer.loss().follow(now);
      }
    }
    loss.follow(now);
    if (seconds > 0) {
      rates.follow(received, sent, seconds);
      received = 0;
      sent = 0;
      followed = now;
    }
    return admit(waiting.takeFresh(), now);
  }

  private void bringIn(Peer peer, double seconds) {
    long in = peer.takeReceived();
    long out = peer.takeSent();
    received += in;
    sent += out;
    if (seconds > 0) {
      peer.rates().follow(in, out, seconds);
    }
    weigh(peer, in + out);
  }

  private void weigh(Peer peer, long bytes) {
    if (peer.hasSlot()) {
      peer.addWeight(bytes);
    } else if (bytes > 0 && slots > 0) {
      waiting.offer(peer.name(), bytes);
    }
  }

  private boolean release(Peer peer, long since) {
    boolean gone = peer.release(since);
    if (gone && !peer.hasSlot()) {
      bringIn(peer, 0);
      peers.remove(peer.name());
    }
    return gone;
  }

  private void halve(long now) {
    long halfLives = (now - halved) / halfLife;
    if (halfLives > 0) {
      halved += halfLives * halfLife;
      int times = (int) Math.min(halfLives, Long.SIZE - 1);
      waiting.halve(times);
      for (Peer holder : holders()) {
        holder.halveWeight(times);
      }
    }
  }

  /** The heaviest of those who wait, each in the place of the lightest that is gone and lighter. */
  private boolean admit(List<String> heaviest, long now) {
    if (heaviest.isEmpty()) {
      return false;
    }
    Iterator<Peer> lightest = goneHolders(now).iterator();
    boolean admitted = false;
    for (String name : heaviest) {
      if (taken >= slots) {
        Peer holder = lightest.hasNext() ? lightest.next() : null;
        if (holder == null || (!holder.vacated() && holder.weight() >= waiting.least(name))) {
          break;
        }
        retire(holder);
      }
      admit(peers.computeIfAbsent(name, this::spokenOf));
      admitted = true;
    }
    return admitted;
  }

  /** Whom nobody is connected to: it was spoken of, or has just gone. */
  private Peer spokenOf(String name) {
    Peer peer = new Peer(name);
    peer.gone(clock.nanos());
    return peer;
  }

  private List<Peer> goneHolders(long now) {
    List<Peer> gone = new ArrayList<>();
    for (Peer holder : holders()) {
      if (holder.gone(now, grace)) {
        gone.add(holder);
      }
    }
    gone.sort(Comparator.comparing(Peer::vacated)
        .reversed()
        .thenComparingLong(Peer::weight)
        .thenComparingLong(holder -> holder.goneSince() - now));
    return gone;
  }

  private void admit(Peer peer) {
    String name = peer.name();
    peer.admit(new Slot(() -> names.label(name)), waiting.least(name));
    waiting.remove(name);
    taken++;
  }

  /** Makes the slot of an address free that nobody uses any more, if there is one. */
  private boolean retireVacated() {
    Iterator<Peer> oldest = vacated.iterator();
    while (oldest.hasNext()) {
      Peer address = oldest.next();
      oldest.remove();
      if (address.vacated() && peers.get(address.name()) == address) {
        retire(address);
        return true;
      }
    }
    return false;
  }

  private void retire(Peer holder) {
    bringIn(holder, 0);
    taken--;
    peers.remove(holder.name());
    if (!holder.vacated() && holder.weight() > 0) {
      waiting.remember(holder.name(), holder.weight());
    }
    metrics.retire(holder.slot());
  }
}
