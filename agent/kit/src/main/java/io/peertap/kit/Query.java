package io.peertap.kit;

import io.peertap.metric.Family;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A PromQL expression.
 *
 * @param labels those that its result can have; asking for another one is an error when it is
 *     declared, not on a dashboard that stays empty
 * @param families what it reads
 */
record Query(String text, Set<String> labels, Set<Family> families) {

  /** As often as the data source scrapes, four times over; Grafana puts the number in. */
  static final String NOW = "$__rate_interval";

  Query {
    labels = Set.copyOf(labels);
    families = Set.copyOf(families);
  }

  /** The mean of what a histogram saw, over a window. */
  static Query mean(Series histogram, String window, String... by) {
    return histogram
        .sum()
        .rate(window)
        .sum(by)
        .over(histogram.count().rate(window).sum(by));
  }

  /** What a share of what a histogram saw stayed below, over a window. */
  static Query quantile(double share, Series histogram, String window, String... by) {
    Set<String> grouping = new LinkedHashSet<>(List.of(by));
    grouping.add("le");
    Query sum = histogram.buckets().rate(window).sum(grouping.toArray(String[]::new));
    return new Query(
        "histogram_quantile(" + share + ", " + sum.text + ')', Set.of(by), sum.families);
  }

  /** Summed over all labels but these. */
  Query sum(String... by) {
    return grouped("sum", by);
  }

  /** The greatest over all labels but these. */
  Query max(String... by) {
    return grouped("max", by);
  }

  /** Divided by another with the same labels. */
  Query over(Query other) {
    return with(" / ", other);
  }

  /** With another of the same labels added. */
  Query plus(Query other) {
    return with(" + ", other);
  }

  /** Only where another with these labels has something. */
  Query where(Query other, String... on) {
    for (String label : on) {
      check(label);
      other.check(label);
    }
    return new Query(
        text + " and on (" + String.join(", ", on) + ") " + other.text, labels, both(other));
  }

  /** Multiplied. */
  Query times(int factor) {
    return new Query(text + " * " + factor, labels, families);
  }

  /** Only what has this value. */
  Query equalTo(int value) {
    return new Query(text + " == " + value, labels, families);
  }

  /** Only what is more than this. */
  Query above(int value) {
    return new Query(text + " > " + value, labels, families);
  }

  /** The greatest few. */
  Query top(int count) {
    return wrapped("topk(" + count + ", ");
  }

  /** The greatest first. */
  Query descending() {
    return wrapped("sort_desc(");
  }

  /** With a label that has another's value. */
  Query copied(String from, String to) {
    check(from);
    Set<String> more = new LinkedHashSet<>(labels);
    more.add(to);
    return new Query(
        "label_replace(" + text + ", \"" + to + "\", \"$1\", \"" + from + "\", \"(.*)\")",
        more,
        families);
  }

  /** With a label that has the values of two. */
  Query joined(String first, String second, String to) {
    check(first);
    check(second);
    Set<String> more = new LinkedHashSet<>(labels);
    more.add(to);
    return new Query(
        "label_join(" + text + ", \"" + to + "\", \"-\", \"" + first + "\", \"" + second + "\")",
        more,
        families);
  }

  /** Whether it reads something that the agent shows only with {@code peers.families=all}. */
  boolean needsAllPeerFamilies() {
    return families.stream()
        .anyMatch(family -> family.labels().contains("peer") && !family.basic());
  }

  private Query grouped(String function, String... by) {
    for (String label : by) {
      check(label);
    }
    String grouping = by.length == 0 ? "" : " by (" + String.join(", ", by) + ") ";
    return new Query(function + grouping + '(' + text + ')', Set.of(by), families);
  }

  private Query wrapped(String begin) {
    return new Query(begin + text + ')', labels, families);
  }

  private Query with(String operator, Query other) {
    if (!labels.equals(other.labels)) {
      throw new IllegalArgumentException(text + operator + other.text + " matches nothing");
    }
    return new Query(text + operator + other.text, labels, both(other));
  }

  private Set<Family> both(Query other) {
    Set<Family> both = new LinkedHashSet<>(families);
    both.addAll(other.families);
    return both;
  }

  void check(String label) {
    if (!labels.contains(label)) {
      throw new IllegalArgumentException(text + " has no label " + label);
    }
  }
}
