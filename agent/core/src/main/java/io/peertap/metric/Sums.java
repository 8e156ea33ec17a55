package io.peertap.metric;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up cells into the series of one family. Label blocks are kept from scrape to scrape as long
 * as their series lives.
 */
final class Sums {

  private final Family family;
  private Map<List<String>, Labels> known = new HashMap<>();
  private Map<List<String>, Sum> current = new HashMap<>();

  Sums(Family family) {
    this.family = family;
  }

  void zero(List<String> values) {
    sum(values);
  }

  void add(List<String> values, double value) {
    sum(values).value += value;
  }

  /** A mirror has fewer bounds than its base family: what lies above them is +Inf. */
  void add(List<String> values, long[] counts, double total) {
    Sum sum = sum(values);
    for (int i = 0; i < counts.length; i++) {
      sum.counts[Math.min(i, sum.counts.length - 1)] += counts[i];
    }
    sum.value += total;
  }

  /** The series added since the last call, ordered by labels. */
  FamilySnapshot take() {
    List<Sum> sums = new ArrayList<>(current.values());
    sums.sort((a, b) -> a.labels.text().compareTo(b.labels.text()));
    List<Point> points = new ArrayList<>(sums.size());
    Map<List<String>, Labels> alive = new HashMap<>();
    for (Sum sum : sums) {
      alive.put(sum.labels.values(), sum.labels);
      points.add(sum.point(family));
    }
    known = alive;
    current = new HashMap<>();
    return new FamilySnapshot(family, points);
  }

  private Sum sum(List<String> values) {
    Sum sum = current.get(values);
    if (sum == null) {
      Labels labels = known.get(values);
      sum = new Sum(labels == null ? new Labels(family.labels(), values) : labels, family);
      current.put(sum.labels.values(), sum);
    }
    return sum;
  }

  /** One series being added up. */
  private static final class Sum {
    private final Labels labels;
    private final long[] counts;
    private double value;

    Sum(Labels labels, Family family) {
      this.labels = labels;
      this.counts = new long
          [family.type() == Type.HISTOGRAM ? family.buckets(labels.values()).size() + 1 : 0];
    }

    Point point(Family family) {
      return family.type() == Type.HISTOGRAM
          ? new Point.Distribution(labels, counts, value)
          : new Point.Value(labels, value);
    }
  }
}
