package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The peer that an event belongs to, as far as metrics know it: one of a bounded number of slots,
 * or {@link #OTHER}. A slot is never given to a second peer; a peer that takes its place gets a
 * slot of its own, so that no series ever changes its meaning.
 */
public final class Slot {

  /** All peers without a slot, and what belongs to no peer. */
  public static final Slot OTHER = new Slot(() -> "other");

  /** Events of peers whose slot was given up: still in the base families, in no mirror. */
  static final Slot RETIRED = new Slot(() -> "");

  private final Supplier<String> naming;
  private final List<Labels> blocks = new ArrayList<>();
  private String label;

  /**
   * A slot for one peer.
   *
   * @param naming makes the label's value; asked once, by the collector, because it may cost
   */
  public Slot(Supplier<String> naming) {
    this.naming = naming;
  }

  /** Labels of a series of this peer; families that have the same share them, and their text. */
  synchronized Labels labels(List<String> names, List<String> values) {
    for (Labels block : blocks) {
      if (block.names().equals(names) && block.values().equals(values)) {
        return block;
      }
    }
    Labels fresh = new Labels(names, values);
    blocks.add(fresh);
    return fresh;
  }

  /** The value of the label {@code peer}. */
  public synchronized String label() {
    if (label == null) {
      label = naming.get();
    }
    return label;
  }
}
