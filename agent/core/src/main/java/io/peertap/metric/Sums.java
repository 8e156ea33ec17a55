package io.peertap.metric;

import java.util.ArrayList;
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
  private Sum[] ordered = {};

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
    return sum == null ? add(values) : sum;
  }

  /** The series added since the last call, ordered by labels. */
  FamilySnapshot take() {
    boolean gone = sums.values().removeIf(sum -> !sum.added());
    if (gone || sums.size() != ordered.length) {
      ordered = Sum.order(new ArrayList<>(sums.values()));
    }
    return Sum.take(family, ordered);
  }

  private Sum add(List<String> values) {
    Labels labels = Labels.of(family.labels(), values);
    Sum sum = new Sum(labels, family);
    sums.put(labels.values(), sum);
    return sum;
  }
}
