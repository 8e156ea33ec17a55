package io.peertap.kit;

import io.peertap.metric.Family;
import io.peertap.metric.LabelValues;
import io.peertap.metric.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Series of one family, chosen by labels that it has; {@code name{label="value"}} in PromQL. */
final class Series {

  /** What Prometheus adds to everything that it scrapes. */
  static final List<String> TARGET = List.of("job", "instance");

  private static final String BUCKET = "_bucket";

  private final Family family;
  private final String part;
  private final List<String> matchers;

  private Series(Family family, String part, List<String> matchers) {
    this.family = family;
    this.part = part;
    this.matchers = matchers;
  }

  /** A family's series of the jobs and instances that the reader of a dashboard has chosen. */
  static Series chosen(Family family) {
    return new Series(family, "", List.of("job=~\"$job\"", "instance=~\"$instance\""));
  }

  /** A family's series of all nodes. */
  static Series every(Family family) {
    return new Series(family, "", List.of());
  }

  /** Whether Prometheus could scrape: what it says itself. */
  static Series up() {
    return every(Family.named("up", Type.GAUGE, "", "Whether the last scrape went well.", TARGET));
  }

  /** Those with this value. */
  Series is(String label, String value) {
    return with(label, "=", value);
  }

  /** Those with another value. */
  Series isNot(String label, String value) {
    return with(label, "!=", value);
  }

  /** Those with one of these values. */
  Series isOneOf(String label, String... values) {
    return with(label, "=~", values);
  }

  /** Those of peers that have series of their own. */
  Series named() {
    return with("peer", "!=", "other");
  }

  /** The sum of what a histogram has seen. */
  Series sum() {
    return part("_sum");
  }

  /** How much a histogram has seen. */
  Series count() {
    return part("_count");
  }

  /** How much a histogram has seen, up to each bound. */
  Series buckets() {
    return part(BUCKET);
  }

  /** The values now. */
  Query now() {
    return new Query(text(), labels(), Set.of(family));
  }

  /** Growth per second over a window. */
  Query rate(String window) {
    return over("rate", window);
  }

  /** Growth over a window. */
  Query increase(String window) {
    return over("increase", window);
  }

  private Query over(String function, String window) {
    if (family.type() == Type.GAUGE) {
      throw new IllegalArgumentException(family + " is a gauge: it has no " + function);
    }
    return new Query(function + '(' + text() + '[' + window + "])", labels(), Set.of(family));
  }

  private Series with(String label, String operator, String... values) {
    for (String value : values) {
      check(label, value);
    }
    List<String> longer = new ArrayList<>(matchers);
    longer.add(label + operator + '"' + String.join("|", values) + '"');
    return new Series(family, part, longer);
  }

  private void check(String label, String value) {
    boolean scraped = (label.equals("le") && part.equals(BUCKET)) || TARGET.contains(label);
    if (!scraped && !family.labels().contains(label)) {
      throw new IllegalArgumentException(family + " has no label " + label);
    }
    LabelValues known = LabelValues.of(family, label);
    if (!known.open() && !known.knows(value)) {
      throw new IllegalArgumentException(
          "label " + label + " of " + family + " is never " + value + ", but " + known.values());
    }
  }

  private Series part(String suffix) {
    if (family.type() != Type.HISTOGRAM) {
      throw new IllegalArgumentException(family + " is no histogram: it has no " + suffix);
    }
    return new Series(family, suffix, matchers);
  }

  /** As it stands in PromQL. */
  String text() {
    String name = family.name() + part;
    return matchers.isEmpty() ? name : name + '{' + String.join(",", matchers) + '}';
  }

  private Set<String> labels() {
    Set<String> labels = new LinkedHashSet<>(TARGET);
    labels.addAll(family.labels());
    if (part.equals(BUCKET)) {
      labels.add("le");
    }
    return labels;
  }
}
