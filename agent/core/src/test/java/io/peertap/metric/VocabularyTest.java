package io.peertap.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every declared family is a row of the project's vocabulary, {@code metrics.csv}. */
class VocabularyTest {

  private static final Map<String, Map<String, String>> ROWS = Table.rows("metrics.csv");

  static List<Family> families() {
    return Vocabulary.all();
  }

  @ParameterizedTest
  @MethodSource("families")
  void familyEqualsItsRow(Family family) {
    Map<String, String> row = ROWS.get(family.name());

    assertThat(row).as("row of " + family).isNotNull();
    assertThat(type(family)).isEqualTo(row.get("type"));
    assertThat(family.unit()).isEqualTo(row.get("unit"));
    assertThat(family.help()).isEqualTo(row.get("help"));
    if (family == OperationFamilies.VALUE) { // The row names its bucket sets in words only.
      assertThat(row.get("buckets")).isEqualTo("by rule: duration, bytes, count or cost");
      assertThat(family.buckets()).isEmpty();
    } else {
      assertThat(family.buckets()).isEqualTo(numbers(row.get("buckets")));
    }
    if (family == AgentFamilies.INFO) { // The row names its labels in words only.
      assertThat(row.get("help")).contains("(version labels on the info line)");
      assertThat(family.labels()).containsExactly("version", "java");
    } else {
      assertThat(family.labels()).isEqualTo(words(row.get("labels"), ";"));
    }
  }

  @ParameterizedTest
  @MethodSource("families")
  void mirrorEqualsItsRow(Family family) {
    Map<String, String> row = ROWS.get(family.name());
    Family mirror = family.mirror();

    String without = family.byPeer() ? "native per-peer" : "";
    assertThat(mirror == null ? without : mirror.name() + labels(mirror))
        .isEqualTo(row.get("peer_mirror"));
    if (mirror != null) {
      assertThat(mirror.type()).isEqualTo(family.type());
      assertThat(mirror.unit()).isEqualTo(family.unit());
      assertThat(mirror.help()).isEqualTo(family.help());
      assertThat(mirror.mirror()).isNull();
      assertThat(mirror.buckets())
          .isEqualTo(
              row.get("peer_mirror_form").equals("full buckets") ? family.buckets() : List.of());
      assertThat(row.get("peer_mirror_form"))
          .isIn(
              family.type() == Type.HISTOGRAM
                  ? List.of("full buckets", "+Inf bucket, sum, count")
                  : List.of(""));
      assertThat(family.labels())
          .containsAll(mirror.labels().subList(1, mirror.labels().size()));
    }
  }

  @Test
  void unitChoosesTheBucketsOfAValue() {
    assertThat(bucketsOf("duration"))
        .isEqualTo(OperationFamilies.DURATION.buckets())
        .isSorted();
    assertThat(bucketsOf("bytes"))
        .isEqualTo(TrafficFamilies.MESSAGE_SIZE.buckets())
        .isSorted();
    assertThat(bucketsOf("count"))
        .containsExactly(1.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0);
    assertThat(bucketsOf("cost")).containsExactly(0.001, 0.01, 0.1, 1.0, 10.0, 100.0, 1000.0);
  }

  /** The operation's name is one of a bucket set, and chooses nothing. */
  private static List<Double> bucketsOf(String unit) {
    return OperationFamilies.VALUE.buckets(List.of("bytes", unit));
  }

  @Test
  void noNameIsDeclaredTwice() {
    List<String> names = new ArrayList<>();
    for (Family family : Vocabulary.all()) {
      names.add(family.name());
      if (family.mirror() != null) {
        names.add(family.mirror().name());
      }
    }

    assertThat(names).doesNotHaveDuplicates();
    assertThat(Vocabulary.all()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("families")
  void zerosFitTheLabels(Family family) {
    for (List<String> zero : family.zeros()) {
      assertThat(zero).hasSameSizeAs(family.labels());
    }
    assertThat(family.zeros()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("families")
  void bucketsAscend(Family family) {
    assertThat(family.buckets()).isSorted().doesNotHaveDuplicates();
  }

  private static String type(Family family) {
    return family.type() == Type.INFO ? "gauge" : family.type().name().toLowerCase(Locale.ROOT);
  }

  private static String labels(Family family) {
    return '{' + String.join(",", family.labels()) + '}';
  }

  private static List<Double> numbers(String field) {
    return words(field, ",").stream().map(Double::valueOf).toList();
  }

  private static List<String> words(String field, String separator) {
    return field.isEmpty() ? List.of() : Arrays.asList(field.split(separator, -1));
  }
}
