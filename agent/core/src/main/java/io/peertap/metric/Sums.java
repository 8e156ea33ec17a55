package io.peertap.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Adds up cells into the series of one family. A series is kept from collection to collection as
 * long as something is added to it, so that a collection allocates little but its points.
 */
final class Sums {

  private final Family family;
  private final Map<List<String>, Sum> sums = new HashMap<>();
  private List<Sum> ordered = List.of();

  Sums(Family family) {
    this.family = family;
  }

  void add(List<String> values, double value) {
    sum(values).add(value);
  }

  void add(List<String> values, long[] counts, double total) {
    Sum sum = sum(values);
    for (int i = 0; i < counts.length; i++) {
      sum.add(i, counts[i]);
    }
    sum.add(total);
  }

  /** The series with these labels, whose list the caller may use again. */
  Sum sum(List<String> values) {
    Sum sum = sums.get(values);
    return sum == null ? add(new Labels(family.labels(), values)) : sum;
  }

  /** The same for a series of one peer. */
  Sum sum(Slot slot, List<String> values) {
    Sum sum = sums.get(values);
    return sum == null ? add(slot.labels(family.labels(), values)) : sum;
  }

  private Sum add(Labels labels) {
    Sum sum = new Sum(labels, family);
    sums.put(labels.values(), sum);
    return sum;
  }

  /** The series added since the last call, ordered by labels. */
  FamilySnapshot take() {
    boolean gone = sums.values().removeIf(sum -> !sum.added());
    if (gone || sums.size() != ordered.size()) {
      ordered = new ArrayList<>(sums.values());
      ordered.sort(Comparator.comparing(sum -> sum.labels().text()));
    }
    Point[] points = new Point[ordered.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = ordered.get(i).take();
    }
    return new FamilySnapshot(family, List.of(points));
  }
}
