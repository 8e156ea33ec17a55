package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up the series that one row selects from one snapshot. */
final class RowSums {

  private final Row row;
  private final Family base;
  private final List<Double> bounds;
  private final Map<List<String>, Sum> sums = new LinkedHashMap<>();
  private List<Double> placed;
  private int[] places;

  private RowSums(Row row, Family base) {
    this.row = row;
    this.base = base;
    this.bounds = row.type() == Type.HISTOGRAM ? Bounds.offered(row, base) : List.of();
  }

  /**
   * Computes a row: one family, none if there is nothing to compute it from, or several where their
   * names derive from a label.
   *
   * @param taken the snapshot's families by name
   * @param declared what there may be; what counts from zero is shown as zero before it counts
   */
  static List<FamilySnapshot> of(
      Row row, Map<String, FamilySnapshot> taken, Map<String, Family> declared) {
    Family base = null;
    for (Operand operand : row.operands()) {
      FamilySnapshot found = taken.get(operand.family());
      Family family = found == null ? declared.get(operand.family()) : found.family();
      base = base == null ? family : base;
    }
    return base == null ? List.of() : new RowSums(row, base).families(taken);
  }

  private List<FamilySnapshot> families(Map<String, FamilySnapshot> taken) {
    if (row.single() && (base.type() == Type.COUNTER || base.type() == Type.HISTOGRAM)) {
      sum(Labels.NONE);
    }
    for (int i = 0; i < row.operands().size(); i++) {
      Operand operand = row.operands().get(i);
      FamilySnapshot family = taken.get(operand.family());
      if (family != null) {
        addAll(family, operand, i > 0);
      }
    }
    return named();
  }

  private void addAll(FamilySnapshot family, Operand operand, boolean second) {
    for (Point point : family.points()) {
      if (operand.selects(point.labels())) {
        Sum sum = sum(point.labels());
        if (point instanceof Point.Distribution distribution) {
          add(distribution, family.family(), sum);
        } else {
          add(((Point.Value) point).value(), second, sum);
        }
      }
    }
  }

  private void add(Point.Distribution point, Family family, Sum sum) {
    if (row.type() == Type.HISTOGRAM) {
      int[] into = places(family.buckets(point.labels().values()));
      for (int i = 0; i < into.length; i++) {
        sum.counts[into[i]] += point.counts()[i];
      }
      sum.value += point.sum();
    } else {
      sum.value += row.fold() == Fold.MEAN ? point.sum() : point.count();
      sum.over += point.count();
    }
  }

  /** Worked out once, because nearly all series of a family have the same bounds. */
  private int[] places(List<Double> own) {
    if (!own.equals(placed)) {
      placed = own;
      places = Bounds.places(own, row.factor(), bounds);
    }
    return places;
  }

  private void add(double value, boolean second, Sum sum) {
    switch (row.fold()) {
      case MAX -> sum.value = sum.over == 0 ? value : Math.max(sum.value, value);
      case RATIO -> sum.value += second ? 0 : value;
      case SUM, AVG, MEAN, COUNT -> sum.value += value;
    }
    sum.over += row.fold() != Fold.RATIO ? 1 : second ? value : 0;
  }

  /** The sum of the series that gets these labels; its first value is its name. */
  private Sum sum(Labels labels) {
    List<String> key = new ArrayList<>(row.labels().size() + 1);
    key.add(
        row.derived() == null
            ? row.name()
            : row.name() + MetricName.part(labels.value(row.derived())));
    for (Target label : row.labels()) {
      key.add(label.value(labels));
    }
    return sums.computeIfAbsent(key, unused -> new Sum(bounds.size() + 1));
  }

  private List<FamilySnapshot> named() {
    List<String> labels = row.labelNames();
    Map<String, List<Point>> byName = new LinkedHashMap<>();
    for (Map.Entry<List<String>, Sum> sum : sums.entrySet()) {
      List<String> key = sum.getKey();
      byName
          .computeIfAbsent(key.get(0), unused -> new ArrayList<>())
          .add(point(Labels.of(labels, key.subList(1, key.size())), sum.getValue()));
    }
    String help = row.help().isEmpty() ? base.help() : row.help();
    List<FamilySnapshot> families = new ArrayList<>(byName.size());
    for (Map.Entry<String, List<Point>> points : byName.entrySet()) {
      Family family = Family.view(points.getKey(), row.type(), help, labels, bounds);
      families.add(new FamilySnapshot(family, points.getValue()));
    }
    return families;
  }

  private Point point(Labels labels, Sum sum) {
    double divided = row.fold().divides() ? (sum.over == 0 ? 0 : sum.value / sum.over) : sum.value;
    double value = divided * row.factor().doubleValue();
    return row.type() == Type.HISTOGRAM
        ? new Point.Distribution(labels, sum.counts, value)
        : new Point.Value(labels, value);
  }

  /** One series being added up. */
  private static final class Sum {
    private final long[] counts;
    private double value;
    private double over;

    Sum(int buckets) {
      this.counts = new long[buckets];
    }
  }
}
