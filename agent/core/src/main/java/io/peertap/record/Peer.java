package io.peertap.record;

import io.peertap.metric.Slot;

/** A remote party while something of it is alive, or while it still has a slot. */
final class Peer {

  private final String name;
  private final Slot slot;
  private int uses;
  private long goneSince;

  Peer(String name, Slot slot) {
    this.name = name;
    this.slot = slot;
  }

  /** Its identity in full: never a label value by itself. */
  String name() {
    return name;
  }

  Slot slot() {
    return slot;
  }

  boolean hasSlot() {
    return slot != Slot.OTHER;
  }

  void use() {
    uses++;
  }

  /** One use less; answers whether that was the last. */
  boolean release(long now) {
    uses--;
    goneSince = now;
    return uses == 0;
  }

  boolean gone(long now, long grace) {
    return uses == 0 && now - goneSince >= grace;
  }
}
