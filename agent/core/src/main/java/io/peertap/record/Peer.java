package io.peertap.record;

import io.peertap.metric.Slot;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;

/**
 * A remote party while something of it is alive, or while it still has a slot. The table of peers
 * guards it; slot, traffic and quality have their own guards.
 */
final class Peer {

  private static final AtomicLongFieldUpdater<Peer> RECEIVED =
      AtomicLongFieldUpdater.newUpdater(Peer.class, "received");
  private static final AtomicLongFieldUpdater<Peer> SENT =
      AtomicLongFieldUpdater.newUpdater(Peer.class, "sent");

  private final String name;
  private final Quality quality = new Quality();
  private final Rates rates = new Rates();
  private volatile long received;
  private volatile long sent;
  private volatile Slot slot = Slot.OTHER;
  private volatile Software software;
  private volatile PacketLoss loss; // Null for most: few transports tell of packets.
  private volatile long lastPing = -1;
  private volatile double reputation = Double.NaN;
  private final PerPeer.Count connections = new PerPeer.Count();
  private final PerPeer.Count streams = new PerPeer.Count();
  private int uses;
  private long goneSince;
  private boolean vacated;
  private long weight;

  Peer(String name) {
    this.name = name;
  }

  /** Its identity in full: never a label value by itself. */
  String name() {
    return name;
  }

  /** Where its events are counted from now on; once it is its own it stays. */
  Slot slot() {
    return slot;
  }

  boolean hasSlot() {
    return slot != Slot.OTHER;
  }

  /** It has a slot of its own now; it got it for having moved so much. */
  void admit(Slot own, long moved) {
    slot = own;
    weight = moved;
  }

  /** Bytes moved through sockets; any thread. */
  void moved(long in, long out) {
    RECEIVED.addAndGet(this, in);
    SENT.addAndGet(this, out);
  }

  /** Bytes received since the last call. */
  long takeReceived() {
    return received == 0 ? 0 : RECEIVED.getAndSet(this, 0);
  }

  /** Bytes sent since the last call. */
  long takeSent() {
    return sent == 0 ? 0 : SENT.getAndSet(this, 0);
  }

  Rates rates() {
    return rates;
  }

  Quality quality() {
    return quality;
  }

  /** Its score from 0 to 1, or {@link Quality#UNKNOWN}. */
  double score() {
    PacketLoss known = loss;
    return quality.score(
        rates.inbound() + rates.outbound(), known == null ? Quality.UNKNOWN : known.ratio());
  }

  /** What it runs, or null as long as it has not said so. */
  Software software() {
    return software;
  }

  void runs(Software told) {
    software = told;
  }

  /** The latest ping to it, in nanoseconds; negative if there was none. */
  long lastPing() {
    return lastPing;
  }

  void pinged(long nanos) {
    lastPing = nanos;
  }

  /** The library's score of it, on its own scale; NaN if there is none. */
  double reputation() {
    return reputation;
  }

  void reputation(double score) {
    reputation = score;
  }

  /** Its connections that are connected. */
  PerPeer.Count connections() {
    return connections;
  }

  /** Its open streams. */
  PerPeer.Count streams() {
    return streams;
  }

  /** Its packets that were lost, or null if nobody has told of any. */
  PacketLoss loss() {
    return loss;
  }

  /** These packets more were sent to it and lost; any thread. */
  void packets(long moreSent, long moreLost) {
    PacketLoss known = loss;
    if (known == null) {
      known = firstLoss();
    }
    known.add(moreSent, moreLost);
  }

  private synchronized PacketLoss firstLoss() {
    if (loss == null) {
      loss = new PacketLoss();
    }
    return loss;
  }

  /** How much it moved, the older the less: compared when there are fewer slots than peers. */
  long weight() {
    return weight;
  }

  void addWeight(long moved) {
    weight += moved;
  }

  void halveWeight(int times) {
    weight >>= times;
  }

  void use() {
    uses++;
    vacated = false;
  }

  /** One use less; answers whether that was the last. */
  boolean release(long now) {
    uses--;
    goneSince = now;
    return uses == 0;
  }

  boolean inUse() {
    return uses > 0;
  }

  /** Whether nothing else of it is alive. */
  boolean inUseOnce() {
    return uses == 1;
  }

  /** Gone without ever having been alive while it had a slot. */
  void gone(long now) {
    goneSince = now;
  }

  /** When its last use ended. */
  long goneSince() {
    return goneSince;
  }

  boolean gone(long now, long grace) {
    return uses == 0 && (vacated || now - goneSince >= grace);
  }

  /** It was an address, and turned out to be a peer: its slot is free at once. */
  void vacate() {
    vacated = true;
  }

  boolean vacated() {
    return vacated;
  }
}
