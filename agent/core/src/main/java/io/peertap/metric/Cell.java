package io.peertap.metric;

import java.util.List;

/**
 * Where one kind of event of one peer is counted, once. The base family and its mirror are two sums
 * over the same cells, so they cannot disagree.
 */
abstract sealed class Cell extends CellKey permits Counter, Histogram {

  private Sum base;
  private Sum mirror;
  private long shown;

  Cell(Slot slot, List<String> values) {
    super(slot, values);
  }

  /** Where the collector adds this cell up: the series of the base family and, or null, the mirror. */
  final void join(Sum baseSeries, Sum mirrorSeries) {
    base = baseSeries;
    mirror = mirrorSeries;
  }

  final boolean joined() {
    return base != null;
  }

  /** Adds what stands here to its series; says whether those who look at mirrors see them. */
  final void addUp(boolean shows) {
    long events = addTo(base, mirror);
    if (shows) {
      shown = events;
    }
  }

  /** Whether the last collection has added up all that stands here. */
  final boolean shown() {
    return shown == events();
  }

  /**
   * Adds the same to both, whatever is counted meanwhile; there may be no mirror. Answers how many
   * {@link #events()} that were.
   */
  abstract long addTo(Sum baseSeries, Sum mirrorSeries);

  /** A number that every event raises. */
  abstract long events();
}
