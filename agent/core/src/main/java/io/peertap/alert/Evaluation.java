package io.peertap.alert;

import io.peertap.metric.Labels;
import io.peertap.metric.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What expressions are worth at one moment, as PromQL defines it. */
final class Evaluation {

  private final Snapshot snapshot;
  private final History history;

  Evaluation(Snapshot snapshot, History history) {
    this.snapshot = snapshot;
    this.history = history;
  }

  /** The values of an expression that reads a family. */
  List<Sample> of(Expression expression) {
    if (expression instanceof Expression.Current current) {
      return Sample.of(current.of(), snapshot);
    }
    if (expression instanceof Expression.Over over) {
      return history.value(over);
    }
    if (expression instanceof Expression.Aggregate aggregate) {
      return aggregate(aggregate);
    }
    if (expression instanceof Expression.Quantile quantile) {
      return Quantiles.of(quantile.share(), of(quantile.of()));
    }
    if (expression instanceof Expression.Absent absent) {
      return Sample.of(absent.of(), snapshot).isEmpty()
          ? List.of(new Sample(Labels.NONE, 1))
          : List.of();
    }
    return binary((Expression.Binary) expression);
  }

  private List<Sample> aggregate(Expression.Aggregate aggregate) {
    Map<Labels, Double> groups = new LinkedHashMap<>();
    for (Sample sample : of(aggregate.of())) {
      groups.merge(
          Sample.only(sample.labels(), aggregate.by()),
          sample.value(),
          switch (aggregate.fold()) {
            case SUM -> Double::sum;
            case MAX -> Math::max;
            case MIN -> Math::min;
          });
    }
    List<Sample> results = new ArrayList<>();
    groups.forEach((labels, value) -> results.add(new Sample(labels, value)));
    return results;
  }

  private List<Sample> binary(Expression.Binary binary) {
    Operator operator = binary.operator();
    if (operator.isSet()) {
      return set(of(binary.left()), operator, of(binary.right()));
    }
    List<Sample> results = new ArrayList<>();
    if (binary.right() instanceof Expression.Constant right) {
      for (Sample left : of(binary.left())) {
        add(left, left.value(), operator, right.value(), left.value(), results);
      }
    } else if (binary.left() instanceof Expression.Constant left) {
      for (Sample right : of(binary.right())) {
        add(right, left.value(), operator, right.value(), right.value(), results);
      }
    } else {
      Map<Labels, Double> others = new HashMap<>();
      of(binary.right()).forEach(other -> others.put(other.labels(), other.value()));
      for (Sample left : of(binary.left())) {
        Double right = others.get(left.labels());
        if (right != null) {
          add(left, left.value(), operator, right, left.value(), results);
        }
      }
    }
    return results;
  }

  private static void add(
      Sample of, double left, Operator operator, double right, double shown, List<Sample> into) {
    if (!operator.compares()) {
      into.add(new Sample(of.labels(), operator.apply(left, right)));
    } else if (operator.holds(left, right)) {
      into.add(new Sample(of.labels(), shown));
    }
  }

  private static List<Sample> set(List<Sample> left, Operator operator, List<Sample> right) {
    List<Sample> results = new ArrayList<>();
    Set<Labels> others = labels(right);
    for (Sample sample : left) {
      if (operator == Operator.OR
          || others.contains(sample.labels()) == (operator == Operator.AND)) {
        results.add(sample);
      }
    }
    if (operator == Operator.OR) {
      Set<Labels> there = labels(left);
      for (Sample sample : right) {
        if (!there.contains(sample.labels())) {
          results.add(sample);
        }
      }
    }
    return results;
  }

  private static Set<Labels> labels(List<Sample> samples) {
    return samples.stream().map(Sample::labels).collect(Collectors.toSet());
  }
}
