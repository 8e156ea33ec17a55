package io.peertap.metric;

import java.util.List;

/**
 * Where one kind of event of one peer is counted, once. The base family and its mirror are two sums
 * over the same cells, so they cannot disagree.
 */
abstract sealed class Cell extends CellKey permits Counter, Histogram {

  private final Kind kind;
  private Sum mirror;
  private long shown;

  Cell(Slot slot, Kind kind) {
    super(slot);
    this.kind = kind;
  }

  @Override
  final List<String> values() {
    return kind.values;
  }

  final Kind kind() {
    return kind;
  }

  /** Whether the collector knows the series of the mirror that it adds this cell to. */
  final boolean mirrored() {
    return mirror != null;
  }

  /** Where the collector adds this cell up besides the base family. */
  final void mirrored(Sum series) {
    mirror = series;
  }

  /** Adds what stands here to its series; says whether those who look at mirrors see them. */
  final void addUp(boolean shows) {
    long events = addTo(kind.base, mirror);
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

  /** What the cells of all peers with the same label values have in common. */
  static final class Kind {
    private final List<String> values;
    private Sum base;

    Kind(List<String> values) {
      this.values = values;
    }

    /** Whether the collector knows the base family's series. */
    boolean joined() {
      return base != null;
    }

    /** Where the collector adds these cells up: it stays as long as there is one of them. */
    void join(Sum series) {
      base = series;
    }
  }
}
