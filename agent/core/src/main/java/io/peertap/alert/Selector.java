package io.peertap.alert;

import io.peertap.metric.Family;
import io.peertap.metric.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * Some of the series of a family.
 *
 * @param part which samples of a histogram; {@link Part#VALUE} of all others
 */
public record Selector(Family family, Part part, List<Matcher> matchers) {

  /** What a sample's name adds to its family's. */
  public enum Part {
    /** The number itself. */
    VALUE(""),
    /** How many observations lie at or below a bound, which is the label {@code le}. */
    BUCKET("_bucket"),
    /** The sum of all observations. */
    SUM("_sum"),
    /** How many observations there were. */
    COUNT("_count");

    private final String suffix;

    Part(String suffix) {
      this.suffix = suffix;
    }

    String suffix() {
      return suffix;
    }
  }

  /** Keeps its own copy of the matchers. */
  public Selector {
    matchers = List.copyOf(matchers);
    boolean distributed = family.type() == Type.HISTOGRAM || family.type() == Type.SUMMARY;
    if (distributed == (part == Part.VALUE)) {
      throw new IllegalArgumentException(
          family + (distributed ? " has _bucket, _sum and _count" : " is no histogram"));
    }
  }

  /** All series of a family that is no histogram. */
  static Selector all(Family family) {
    return new Selector(family, Part.VALUE, List.of());
  }

  /** Some samples of a histogram. */
  static Selector all(Family family, Part part) {
    return new Selector(family, part, List.of());
  }

  /** Those of these with this label value. */
  Selector where(String label, String value) {
    return and(new Matcher(label, "=", value));
  }

  /** Those of these without this label value. */
  Selector without(String label, String value) {
    return and(new Matcher(label, "!=", value));
  }

  /** Those of these whose label value fits this pattern. */
  Selector like(String label, String pattern) {
    return and(new Matcher(label, "=~", pattern));
  }

  private Selector and(Matcher matcher) {
    List<Matcher> all = new ArrayList<>(matchers);
    all.add(matcher);
    return new Selector(family, part, all);
  }

  /** The labels that its samples have. */
  List<String> labels() {
    List<String> labels = new ArrayList<>(family.labels());
    if (part == Part.BUCKET) {
      labels.add("le");
    }
    return labels;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(family.name()).append(part.suffix());
    for (int i = 0; i < matchers.size(); i++) {
      out.append(i == 0 ? '{' : ',').append(matchers.get(i));
    }
    return out.append(matchers.isEmpty() ? "" : "}").toString();
  }
}
