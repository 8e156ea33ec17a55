package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Numbers;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Type;
import io.peertap.metric.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/** What holds of every snapshot and from one to the next, whatever happened in between. */
final class Invariants {

  private final Map<String, Double> counters = new HashMap<>();
  private final Map<String, Double> mirrored = new HashMap<>();

  /**
   * No series stands twice, nothing is negative, no counter goes back, ratios are ratios, and the
   * increases of mirrors are those of their families.
   */
  Numbers check(Snapshot snapshot) {
    Numbers numbers = new Numbers(snapshot);
    for (FamilySnapshot family : snapshot.families()) {
      assertThat(family.points())
          .as(family.family().name())
          .extracting(Point::labels)
          .doesNotHaveDuplicates();
      for (Point point : family.points()) {
        checkPoint(family.family(), point);
      }
    }
    for (Family family : Vocabulary.all()) {
      if (family.mirror() != null && family.type() != Type.GAUGE) {
        checkMirror(family, numbers);
      }
    }
    return numbers;
  }

  private void checkPoint(Family family, Point point) {
    double value = Numbers.value(point);
    String series = family.name() + point.labels();
    assertThat(value).as(series).isNotNegative().isFinite();
    if (family.unit().equals("ratio")) {
      assertThat(value).as(series).isLessThanOrEqualTo(1);
    }
    boolean byPeer = point.labels().value("peer") != null;
    if (family.type() != Type.GAUGE && !byPeer) {
      Double before = counters.put(series, value);
      assertThat(value).as(series).isGreaterThanOrEqualTo(before == null ? 0 : before);
    }
  }

  /**
   * The increases of all series of the mirror, those of slots that were given up included, sum to
   * the increase of the base family: what a series had counted when it went stays added up here.
   */
  private void checkMirror(Family family, Numbers numbers) {
    String mirror = family.mirror().name().substring("peertap_".length());
    Map<String, Double> now = new HashMap<>();
    for (Point point : numbers.points(mirror)) {
      now.put(point.labels().text(), Numbers.value(point));
    }
    double increase = 0;
    for (Map.Entry<String, Double> series : now.entrySet()) {
      double before = mirrored.getOrDefault(mirror + series.getKey(), 0.0);
      increase += series.getValue() >= before ? series.getValue() - before : series.getValue();
      mirrored.put(mirror + series.getKey(), series.getValue());
    }
    mirrored
        .keySet()
        .removeIf(key ->
            key.startsWith(mirror + "peer=") && !now.containsKey(key.substring(mirror.length())));
    String base = family.name().substring("peertap_".length());
    double total = numbers.sum(base);
    Double before = counters.put("sum of " + base, total);
    assertThat(increase).as(mirror).isEqualTo(total - (before == null ? 0 : before));
  }
}
