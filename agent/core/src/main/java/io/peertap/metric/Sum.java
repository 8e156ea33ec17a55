package io.peertap.metric;

import java.util.Arrays;
import java.util.List;

/** One series being added up; whoever adds to it at every collection may keep it. */
final class Sum {

  private static final long[] NO_BUCKETS = {};

  private final Labels labels;
  private final long[] counts;
  private double value;
  private boolean added;

  Sum(Labels labels, Family family) {
    this.labels = labels;
    this.counts =
        family.type() == Type.HISTOGRAM ? new long[family.buckets(labels).size() + 1] : NO_BUCKETS;
  }

  Labels labels() {
    return labels;
  }

  /** Whether anything, zero included, was added since the last {@link #take()}. */
  boolean added() {
    return added;
  }

  void add(double more) {
    added = true;
    value += more;
  }

  /** A mirror has fewer bounds than its base family: what lies above them is +Inf. */
  void add(int bucket, long count) {
    counts[Math.min(bucket, counts.length - 1)] += count;
  }

  /** The series as it stands; begins anew. */
  Point take() {
    Point point = counts.length > 0
        ? new Point.Distribution(labels, counts.clone(), value)
        : new Point.Value(labels, value);
    Arrays.fill(counts, 0);
    value = 0;
    added = false;
    return point;
  }

  /** These by their labels. */
  static Sum[] order(List<Sum> sums) {
    Sum[] ordered = sums.toArray(new Sum[0]);
    Arrays.sort(ordered, (one, other) -> one.labels.compareText(other.labels));
    return ordered;
  }

  /** All of a family as they stand. */
  static FamilySnapshot take(Family family, Sum... sums) {
    Point[] points = new Point[sums.length];
    for (int i = 0; i < points.length; i++) {
      points[i] = sums[i].take();
    }
    return new FamilySnapshot(family, List.of(points));
  }
}
