package io.peertap.metric;

import java.util.List;

/**
 * Where one kind of event of one peer is counted, once. The base family and its mirror are two sums
 * over the same cells, so they cannot disagree.
 */
abstract sealed class Cell permits Counter, Histogram {

  private final Slot slot;
  private final List<String> values;

  Cell(Slot slot, List<String> values) {
    this.slot = slot;
    this.values = values;
  }

  final Slot slot() {
    return slot;
  }

  /** The base family's label values. */
  final List<String> values() {
    return values;
  }
}
