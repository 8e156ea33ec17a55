package io.peertap.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;

/** A snapshot as sample lines with values, to be compared with what a {@link Definition} says. */
public final class Samples {

  private Samples() {}

  /** The samples of all families whose names begin so. */
  public static Map<String, Double> of(Snapshot snapshot, String prefix) {
    Map<String, Double> samples = new TreeMap<>();
    for (FamilySnapshot family : snapshot.families()) {
      if (family.family().name().startsWith(prefix)) {
        samples.putAll(of(family));
      }
    }
    return samples;
  }

  /** The samples of one family; of a histogram also those of its buckets but +Inf. */
  static Map<String, Double> of(FamilySnapshot family) {
    Map<String, Double> samples = new TreeMap<>();
    for (Point point : family.points()) {
      add(family.family().name(), family.family().buckets(), point, samples);
    }
    return samples;
  }

  /** Asserts that both are the same; sums of doubles depend on their order in the last digits. */
  public static void assertSame(Map<String, Double> actual, Map<String, Double> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach((sample, value) -> assertThat(actual.get(sample))
        .as(sample)
        .isCloseTo(value, Offset.offset(Math.abs(value) * 1e-12)));
  }

  /** Those that are not zero. */
  public static Map<String, Double> nonZero(Map<String, Double> samples) {
    Map<String, Double> left = new TreeMap<>(samples);
    left.values().removeIf(value -> Math.abs(value) < 1e-6);
    return left;
  }

  private static void add(
      String name, List<Double> bounds, Point point, Map<String, Double> samples) {
    String labels = sorted(point.labels());
    if (point instanceof Point.Value value) {
      samples.put(name + '{' + labels + '}', value.value());
      return;
    }
    Point.Distribution distribution = (Point.Distribution) point;
    double cumulated = 0;
    for (int i = 0; i < bounds.size(); i++) {
      cumulated += distribution.counts()[i];
      samples.put(name + "_bucket{" + labels + "le=" + bounds.get(i) + '}', cumulated);
    }
    samples.put(name + "_sum{" + labels + '}', distribution.sum());
    samples.put(name + "_count{" + labels + '}', (double) distribution.count());
  }

  private static String sorted(Labels labels) {
    Map<String, String> byName = new TreeMap<>();
    for (String name : labels.names()) {
      byName.put(name, labels.value(name));
    }
    StringBuilder out = new StringBuilder();
    byName.forEach((name, value) -> out.append(name).append("=\"").append(value).append("\","));
    return out.toString();
  }
}
