package io.peertap.record;

import io.peertap.api.Outcome;
import io.peertap.metric.OperationFamilies;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the calls of one operation and kind, on one thread or, if shared, on many. No
 * number ever goes back.
 *
 * <p>A call is entered before it is over. Whoever reads the other way round, first {@link #addOver}
 * and then {@link #addEntered}, never sees more ends than begins.
 */
final class Tally {

  /** The label of calls without kind. */
  static final String NO_KIND = "none";

  /** Of the thread whose tally it is: whether it is inside the operation. */
  static final int BUSY = Cells.FIRST;

  /** Of the same thread: since when. */
  static final int START = BUSY + 1;

  private static final int NANOS = START + 1;
  private static final int BUCKETS = NANOS + 1;
  private static final long[] BOUNDS = nanos(OperationFamilies.DURATION.buckets());
  private static final int ENTERED = BUCKETS + BOUNDS.length + 1;
  private static final int GONE = ENTERED + 1;
  private static final int SIZE = GONE + 1;

  private final String kind;
  private final boolean shared;
  private final long[] success = new long[SIZE];

  /** Of the other outcomes; most threads see none of them. Never changed, only replaced. */
  private volatile Map<Outcome, long[]> others = Map.of();

  /** The tally of another kind on the same thread, or null. */
  private volatile Tally next;

  Tally(String kind, boolean shared) {
    this.kind = kind;
    this.shared = shared;
  }

  String kind() {
    return kind;
  }

  boolean shared() {
    return shared;
  }

  Tally next() {
    return next;
  }

  void next(Tally tally) {
    next = tally;
  }

  /** The cells that also hold the thread's state. */
  long[] cells() {
    return success;
  }

  void entered() {
    add(success, ENTERED, 1);
  }

  /** A call is over that is not completed: it was refused, or nobody can end it any more. */
  void gone() {
    add(success, GONE, 1);
  }

  void completed(Outcome outcome, long nanos) {
    long[] cells = outcome == Outcome.SUCCESS ? success : cells(outcome);
    add(cells, NANOS, nanos);
    add(cells, bucket(nanos), 1);
  }

  /** Takes over what a thread that has ended counted. */
  void absorb(Tally other) {
    addAll(success, other.success);
    other.others.forEach((outcome, cells) -> addAll(cells(outcome), cells));
  }

  void addOver(Totals totals) {
    totals.addGone(kind, Cells.get(success, GONE));
    addCompleted(totals, Outcome.SUCCESS, success);
    others.forEach((outcome, cells) -> addCompleted(totals, outcome, cells));
  }

  void addEntered(Totals totals) {
    totals.addEntered(kind, Cells.get(success, ENTERED));
  }

  private void addCompleted(Totals totals, Outcome outcome, long[] cells) {
    long[] counts = new long[BOUNDS.length + 1];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Cells.get(cells, BUCKETS + i);
    }
    totals.addCompleted(kind, outcome, counts, Cells.get(cells, NANOS));
  }

  private void add(long[] cells, int index, long amount) {
    if (shared) {
      Cells.addShared(cells, index, amount);
    } else {
      Cells.add(cells, index, amount);
    }
  }

  private void addAll(long[] into, long[] from) {
    for (int i = NANOS; i < SIZE; i++) {
      if (from[i] != 0) {
        add(into, i, from[i]);
      }
    }
  }

  private long[] cells(Outcome outcome) {
    long[] known = others.get(outcome);
    return known == null ? addCells(outcome) : known;
  }

  private synchronized long[] addCells(Outcome outcome) {
    if (!others.containsKey(outcome)) {
      Map<Outcome, long[]> more = new EnumMap<>(Outcome.class);
      more.putAll(others);
      more.put(outcome, new long[SIZE]);
      others = more;
    }
    return others.get(outcome);
  }

  private static int bucket(long nanos) {
    int bucket = 0;
    while (bucket < BOUNDS.length && nanos > BOUNDS[bucket]) {
      bucket++;
    }
    return BUCKETS + bucket;
  }

  private static long[] nanos(List<Double> seconds) {
    long[] nanos = new long[seconds.size()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = Math.round(seconds.get(i) * 1e9);
    }
    return nanos;
  }
}
