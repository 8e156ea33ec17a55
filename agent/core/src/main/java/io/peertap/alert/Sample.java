package io.peertap.alert;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A number and whose it is.
 *
 * @param labels sorted by name, without those that are empty
 */
record Sample(Labels labels, double value) {

  /** The samples of a snapshot that this selects. */
  static List<Sample> of(Selector selector, Snapshot snapshot) {
    FamilySnapshot family = snapshot.family(selector.family().name());
    List<Sample> samples = new ArrayList<>();
    if (family != null) {
      for (Point point : family.points()) {
        add(selector, point, samples);
      }
    }
    return samples;
  }

  private static void add(Selector selector, Point point, List<Sample> into) {
    if (point instanceof Point.Value single) {
      add(selector, sorted(point.labels()), single.value(), into);
    } else {
      Point.Distribution all = (Point.Distribution) point;
      switch (selector.part()) {
        case SUM -> add(selector, sorted(point.labels()), all.sum(), into);
        case COUNT -> add(selector, sorted(point.labels()), (double) all.count(), into);
        default -> addBuckets(selector, all, into);
      }
    }
  }

  private static void addBuckets(Selector selector, Point.Distribution all, List<Sample> into) {
    List<Double> bounds = selector.family().buckets(all.labels().values());
    double below = 0;
    for (int i = 0; i < all.counts().length; i++) {
      below += all.counts()[i];
      Map<String, String> labels = sorted(all.labels());
      labels.put("le", i < bounds.size() ? Texts.number(bounds.get(i)) : "+Inf");
      add(selector, labels, below, into);
    }
  }

  private static void add(
      Selector selector, Map<String, String> labels, double value, List<Sample> into) {
    for (Matcher matcher : selector.matchers()) {
      if (!matcher.matches(labels.get(matcher.label()))) {
        return;
      }
    }
    into.add(new Sample(labels(labels), value));
  }

  private static Map<String, String> sorted(Labels labels) {
    Map<String, String> sorted = new TreeMap<>();
    List<String> names = labels.names();
    List<String> values = labels.values();
    for (int i = 0; i < names.size(); i++) {
      if (!values.get(i).isEmpty()) {
        sorted.put(names.get(i), values.get(i));
      }
    }
    return sorted;
  }

  private static Labels labels(Map<String, String> sorted) {
    return Labels.of(List.copyOf(sorted.keySet()), List.copyOf(sorted.values()));
  }

  /** These of the labels, as far as there are such. */
  static Labels only(Labels labels, List<String> names) {
    Map<String, String> kept = sorted(labels);
    kept.keySet().retainAll(names);
    return labels(kept);
  }

  /** All labels but this one. */
  static Labels without(Labels labels, String name) {
    Map<String, String> kept = sorted(labels);
    kept.remove(name);
    return labels(kept);
  }
}
