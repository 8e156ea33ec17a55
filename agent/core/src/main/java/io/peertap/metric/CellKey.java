package io.peertap.metric;

import java.util.List;

/**
 * The peer and the label values that a cell stands for. A cell is the key of itself: a key of its own
 * for each would cost as much as the count.
 *
 * <p>Compares by hand: the methods that records generate leave their class in a cache of the JDK 17,
 * and with it the loader of an agent that has left.
 */
abstract sealed class CellKey permits Cell, CellKey.Sought {

  private final Slot slot;

  CellKey(Slot slot) {
    this.slot = slot;
  }

  /** The peer whose events are counted. */
  public final Slot slot() {
    return slot;
  }

  /** The base family's label values. */
  abstract List<String> values();

  @Override
  public final boolean equals(Object other) {
    return other instanceof CellKey that && slot == that.slot && values().equals(that.values());
  }

  @Override
  public final int hashCode() {
    return 31 * System.identityHashCode(slot) + values().hashCode();
  }

  /** What a cell is looked for by. */
  static final class Sought extends CellKey {
    private final List<String> values;

    Sought(Slot slot, List<String> values) {
      super(slot);
      this.values = values;
    }

    @Override
    List<String> values() {
      return values;
    }
  }
}
