package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The declaration of one metric family: everything documentation, page, alerts, dialects and tests
 * know about it.
 *
 * <p>A mirrored family has a second family that splits the same events by peer: its labels are
 * {@code peer} and some of the base family's.
 */
public final class Family {

  private static final String PREFIX = "peertap_";
  private static final String PEER_PREFIX = "peertap_peer_";

  private final String name;
  private final Type type;
  private final String unit;
  private final String help;
  private final List<String> labels;
  private final List<Double> buckets;
  private final String chooser;
  private final Map<String, List<Double>> bucketSets;
  private final Family mirror;
  private final boolean basic;
  private final List<List<String>> zeros;

  private Family(
      Builder builder,
      String name,
      List<String> labels,
      List<Double> buckets,
      List<List<String>> zeros,
      Family mirror) {
    this.name = name;
    this.type = builder.type;
    this.unit = builder.unit;
    this.help = builder.help;
    this.labels = List.copyOf(labels);
    this.buckets = List.copyOf(buckets);
    this.chooser = builder.chooser;
    this.bucketSets = Map.copyOf(builder.bucketSets);
    this.mirror = mirror;
    this.basic = builder.basic;
    this.zeros = List.copyOf(zeros);
  }

  /** The full name, as it stands in the text format: {@code peertap_sent_bytes_total}. */
  public String name() {
    return name;
  }

  /** What its numbers are. */
  public Type type() {
    return type;
  }

  /** The base unit: seconds, bytes, ratio; empty where the family counts things. */
  public String unit() {
    return unit;
  }

  /** One sentence for people. */
  public String help() {
    return help;
  }

  /** Label names, in order. */
  public List<String> labels() {
    return labels;
  }

  /**
   * Upper bounds of a histogram's buckets, ascending, without +Inf; empty where every series has the
   * bounds that its labels choose.
   */
  public List<Double> buckets() {
    return buckets;
  }

  /** Upper bounds of the buckets of the series with these label values. */
  public List<Double> buckets(List<String> values) {
    return bucketSets.isEmpty()
        ? buckets
        : bucketSets.getOrDefault(values.get(labels.indexOf(chooser)), buckets);
  }

  /** The same for labels, whose values are only asked for where they choose. */
  public List<Double> buckets(Labels of) {
    return bucketSets.isEmpty() ? buckets : buckets(of.values());
  }

  /** The family that splits this one by peer, or null. */
  public Family mirror() {
    return mirror;
  }

  /** Whether the mirror is kept when only the basic mirrors are. */
  public boolean basic() {
    return basic;
  }

  /** Whether it stands by peer itself, and has no family without peers. */
  public boolean byPeer() {
    return labels.contains("peer");
  }

  /** Label values of the series that stand in the first scrape with zero: alert rules read them. */
  public List<List<String>> zeros() {
    return zeros;
  }

  @Override
  public String toString() {
    return name;
  }

  /**
   * A family of another vocabulary, computed from ours.
   *
   * @param name in full, whatever its ending
   * @param buckets upper bounds of a histogram's buckets; empty for other types
   */
  public static Family view(
      String name, Type type, String help, List<String> labels, List<Double> buckets) {
    Builder builder = new Builder(type, name, help);
    return new Family(builder, name, labels, buckets, List.of(), null);
  }

  /**
   * A family under a name that others have given it, without prefix.
   *
   * @param name the full name, as it stands in the text format
   */
  public static Family named(
      String name, Type type, String unit, String help, List<String> labels) {
    Builder builder = new Builder(type, name, help).unit(unit);
    return new Family(builder, name, labels, List.of(), List.of(), null);
  }

  /** Begins a counter; the name comes without prefix and {@code _total}. */
  static Builder counter(String name, String help) {
    return new Builder(Type.COUNTER, name + "_total", help);
  }

  /** Begins a gauge; the name comes without prefix. */
  static Builder gauge(String name, String help) {
    return new Builder(Type.GAUGE, name, help);
  }

  /** Begins a histogram; the name comes without prefix. */
  static Builder histogram(String name, String help, List<Double> buckets) {
    Builder builder = new Builder(Type.HISTOGRAM, name, help);
    builder.buckets = buckets;
    return builder;
  }

  /** Begins an info family: a gauge of 1. */
  static Builder info(String name, String help) {
    return new Builder(Type.INFO, name, help);
  }

  /** Collects the parts of a family. */
  static final class Builder {
    private final Type type;
    private final String name;
    private final String help;
    private String unit = "";
    private List<String> labels = List.of();
    private List<Double> buckets = List.of();
    private String chooser = "";
    private Map<String, List<Double>> bucketSets = Map.of();
    private List<String> mirrored;
    private boolean fullBuckets;
    private boolean basic;
    private final List<List<String>> zeros = new ArrayList<>();

    private Builder(Type type, String name, String help) {
      this.type = type;
      this.name = name;
      this.help = help;
    }

    Builder unit(String unit) {
      this.unit = unit;
      return this;
    }

    Builder labels(String... names) {
      this.labels = List.of(names);
      return this;
    }

    /** The value of this label chooses a series' bounds. */
    Builder bucketsBy(String label, Map<String, List<Double>> sets) {
      this.chooser = label;
      this.bucketSets = sets;
      return this;
    }

    /** Adds a mirror by peer with these of the base labels; a histogram's keeps only +Inf. */
    Builder mirror(String... names) {
      this.mirrored = List.of(names);
      return this;
    }

    /** Adds a mirror that is kept when only the basic ones are. */
    Builder basicMirror(String... names) {
      return basic().mirror(names);
    }

    /** A family that stands by peer itself is kept when only the basic mirrors are. */
    Builder basic() {
      this.basic = true;
      return this;
    }

    /** The mirror keeps all buckets. */
    Builder fullBuckets() {
      this.fullBuckets = true;
      return this;
    }

    /** A series that stands in the first scrape with zero. */
    Builder zero(String... values) {
      zeros.add(List.of(values));
      return this;
    }

    Family build() {
      return new Family(this, PREFIX + name, labels, buckets, zeros, mirrorFamily());
    }

    private Family mirrorFamily() {
      if (mirrored == null) {
        return null;
      }
      List<String> names = new ArrayList<>();
      names.add("peer");
      names.addAll(mirrored);
      List<Double> bounds = fullBuckets ? buckets : List.of();
      return new Family(this, PEER_PREFIX + name, names, bounds, List.of(), null);
    }
  }
}
