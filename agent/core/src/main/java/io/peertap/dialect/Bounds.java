package io.peertap.dialect;

import io.peertap.metric.Family;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A family's bucket bounds in a row's unit, and counts between those that the row offers. */
final class Bounds {

  private Bounds() {}

  /**
   * The bounds that a row can offer exactly: those of the family that it wants. A bound that the
   * family lacks is not offered, because nobody knows how its bucket would divide.
   */
  static List<Double> offered(Row row, Family family) {
    if (row.factor().signum() == 0) {
      return row.bounds() == null ? List.of() : row.bounds();
    }
    List<Double> offered = converted(family.buckets(), row.factor());
    if (row.bounds() != null) {
      offered.retainAll(row.bounds());
    }
    return offered;
  }

  /**
   * For each of our buckets, +Inf last, the row's bucket that takes its counts.
   *
   * @param from our bounds
   * @param to the row's bounds, each one of ours in the row's unit
   */
  static int[] places(List<Double> from, BigDecimal factor, List<Double> to) {
    List<Double> own = converted(from, factor);
    int[] places = new int[own.size() + 1];
    int bucket = 0;
    for (int i = 0; i < own.size(); i++) {
      while (bucket < to.size() && to.get(bucket) < own.get(i)) {
        bucket++;
      }
      places[i] = bucket;
    }
    // Nothing times a number is nothing: all of it lies below the first bound.
    places[own.size()] = factor.signum() == 0 ? 0 : to.size();
    return places;
  }

  /** Decimally, as people would: 0.0001 times 1000 is 0.1. */
  private static List<Double> converted(List<Double> bounds, BigDecimal factor) {
    List<Double> converted = new ArrayList<>(bounds.size());
    for (double bound : bounds) {
      converted.add(new BigDecimal(Double.toString(bound)).multiply(factor).doubleValue());
    }
    return converted;
  }
}
