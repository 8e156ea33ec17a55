package io.peertap.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every metric of the source documents has the name, type, labels and value that they define. */
class SeedRowsTest {

  private static final Map<String, Family> DECLARED = Synthetic.families();
  private static final Dialects DIALECTS = new Dialects(DECLARED);
  private static final List<String> SYSTEMS = List.of("zerostate", "blixard", "collector", "keep");
  private static final View ALL = DIALECTS.view(SYSTEMS);
  private static final Snapshot DISTINCT =
      Synthetic.snapshot(new AtomicInteger(1)::incrementAndGet);

  static List<Definition> definitions() {
    return Definition.all();
  }

  @Test
  void thereAre128() {
    assertThat(definitions()).hasSize(128);
    int rows = 0;
    for (String system : SYSTEMS) {
      rows += DIALECTS.find(system).rows().size();
    }
    assertThat(rows).isEqualTo(128);
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void nameTypeLabelsAndValues(Definition definition) {
    Snapshot shown = DIALECTS.view(List.of(definition.system())).of(DISTINCT);
    Map<String, Double> expected = definition.of(DISTINCT);

    List<FamilySnapshot> found =
        shown.families().stream().filter(definition::isNamed).toList();
    assertThat(expected).isNotEmpty();
    assertThat(found).hasSizeGreaterThanOrEqualTo(1);
    for (FamilySnapshot family : found) {
      assertThat(family.family().type().name().toLowerCase(Locale.ROOT))
          .isEqualTo(definition.type());
      assertThat(family.family().labels()).containsExactlyInAnyOrderElementsOf(definition.labels());
      assertThat(family.family().help()).isNotBlank();
    }
    Samples.assertSame(definition.in(shown), expected);
  }

  /** Of random states, gauges equal their definition; of two in a row, so do increases. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
  void valuesAndIncreases_ofRandomSnapshots(long seed) {
    Random random = new Random(seed);
    Snapshot increase = thinned(Synthetic.snapshot(() -> random.nextInt(1000)), random);
    Snapshot before = thinned(Synthetic.snapshot(() -> random.nextInt(1000)), random);
    Snapshot after = plus(before, increase);
    Snapshot shownBefore = ALL.of(before);
    Snapshot shownAfter = ALL.of(after);

    for (Definition definition : definitions()) {
      Map<String, Double> then = Samples.nonZero(definition.in(shownBefore));
      Map<String, Double> now = Samples.nonZero(definition.in(shownAfter));
      Samples.assertSame(now, Samples.nonZero(definition.of(after)));
      if (!definition.type().equals("gauge")) {
        then.forEach((sample, value) -> now.merge(sample, -value, Double::sum));
        Samples.assertSame(Samples.nonZero(now), Samples.nonZero(definition.of(increase)));
      }
    }
  }

  /** The definitions' own families, and no others, are what rows read. */
  @Test
  void rowsReadWhatTheDefinitionsSay() {
    Map<String, List<String>> read = new TreeMap<>();
    for (String system : SYSTEMS) {
      for (Row row : DIALECTS.find(system).rows()) {
        Set<String> families = new LinkedHashSet<>();
        row.operands().forEach(operand -> families.add(operand.family()));
        read.put(row.name() + (row.derived() == null ? "" : "{name}"), List.copyOf(families));
      }
    }

    for (Definition definition : definitions()) {
      assertThat(DECLARED.keySet()).containsAll(definition.families());
      assertThat(read.get(definition.name())).isEqualTo(definition.families());
    }
  }

  @Test
  void keepMean_isTheMeanSoFarAndTheNumber() {
    Snapshot shown = DIALECTS.view(List.of("keep-mean")).of(DISTINCT);
    List<Definition> durations = definitions().stream()
        .filter(row -> row.system().equals("keep") && row.type().equals("histogram"))
        .toList();

    assertThat(durations).hasSize(5);
    for (Definition duration : durations) {
      Map<String, Double> expected = duration.of(DISTINCT);
      double count = expected.get(duration.name() + "_count{}");
      double mean = expected.get(duration.name() + "_sum{}") / count;
      assertThat(Samples.of(shown, duration.name()))
          .isEqualTo(Map.of(duration.name() + "{}", mean, duration.name() + "_count{}", count));
    }
    assertThat(shown.families()).hasSize(35 + 5);
  }

  /** Leaves some series out, and with them some families. */
  private static Snapshot thinned(Snapshot snapshot, Random random) {
    List<FamilySnapshot> families = new ArrayList<>();
    for (FamilySnapshot family : snapshot.families()) {
      double share = random.nextDouble();
      List<Point> points =
          family.points().stream().filter(point -> random.nextDouble() < share).toList();
      if (!points.isEmpty()) {
        families.add(new FamilySnapshot(family.family(), points));
      }
    }
    return new Snapshot(families);
  }

  private static Snapshot plus(Snapshot a, Snapshot b) {
    Map<String, Family> families = new TreeMap<>();
    Map<String, Map<Labels, Point>> points = new TreeMap<>();
    for (Snapshot snapshot : List.of(a, b)) {
      for (FamilySnapshot family : snapshot.families()) {
        families.putIfAbsent(family.family().name(), family.family());
        Map<Labels, Point> known =
            points.computeIfAbsent(family.family().name(), unused -> new HashMap<>());
        family.points().forEach(point -> known.merge(point.labels(), point, SeedRowsTest::plus));
      }
    }
    List<FamilySnapshot> sums = new ArrayList<>();
    points.forEach((name, known) ->
        sums.add(new FamilySnapshot(families.get(name), List.copyOf(known.values()))));
    return new Snapshot(sums);
  }

  private static Point plus(Point a, Point b) {
    if (a instanceof Point.Value value) {
      return new Point.Value(a.labels(), value.value() + ((Point.Value) b).value());
    }
    Point.Distribution left = (Point.Distribution) a;
    Point.Distribution right = (Point.Distribution) b;
    long[] counts = left.counts().clone();
    for (int i = 0; i < counts.length; i++) {
      counts[i] += right.counts()[i];
    }
    return new Point.Distribution(a.labels(), counts, left.sum() + right.sum());
  }
}
