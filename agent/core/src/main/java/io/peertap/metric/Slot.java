package io.peertap.metric;

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

  private Supplier<String> naming; // Null: it was asked.
  private String label;
  private String text;

  /**
   * A slot for one peer.
   *
   * @param naming makes the label's value; asked once, by the collector, because it may cost
   */
  public Slot(Supplier<String> naming) {
    this.naming = naming;
  }

  /** The value of the label {@code peer}. */
  public synchronized String label() {
    if (naming != null) {
      label = naming.get();
      naming = null;
    }
    return label;
  }

  /** The label as it stands in the text formats. */
  String text() {
    String rendered = text;
    if (rendered == null) {
      rendered = Labels.render("peer", label(), new StringBuilder()).toString();
      text = rendered;
    }
    return rendered;
  }
}
