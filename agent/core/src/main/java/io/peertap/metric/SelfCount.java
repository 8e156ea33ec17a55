package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a collection says about itself, itself included: families by type, series per family, how long it took. */
final class SelfCount {

  /** The gauges below, which are not collected like the others. */
  static final Set<Family> FAMILIES =
      Set.of(AgentFamilies.METRIC_FAMILIES, AgentFamilies.SERIES, AgentFamilies.COLLECT_DURATION);

  private static final int OWN = FAMILIES.size();

  private final Sums families = new Sums(AgentFamilies.METRIC_FAMILIES);
  private final Sums series = new Sums(AgentFamilies.SERIES);
  private final Sums duration = new Sums(AgentFamilies.COLLECT_DURATION);

  List<FamilySnapshot> of(List<FamilySnapshot> collected, long nanos) {
    Map<String, Integer> byType = new TreeMap<>();
    for (FamilySnapshot snapshot : collected) {
      Family family = snapshot.family();
      byType.merge(family.type().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
      series.add(List.of(family.name()), seriesOf(snapshot));
    }
    byType.merge("gauge", OWN, Integer::sum);
    for (Map.Entry<String, Integer> type : byType.entrySet()) {
      families.add(List.of(type.getKey()), type.getValue());
    }
    series.add(List.of(AgentFamilies.METRIC_FAMILIES.name()), byType.size());
    series.add(List.of(AgentFamilies.SERIES.name()), collected.size() + OWN);
    series.add(List.of(AgentFamilies.COLLECT_DURATION.name()), 1);
    duration.add(List.of(), nanos / 1e9);
    List<FamilySnapshot> self = new ArrayList<>();
    self.add(families.take());
    self.add(series.take());
    self.add(duration.take());
    return self;
  }

  /** A histogram is a series per bucket, and its sum and its count; a summary is the latter two. */
  private static int seriesOf(FamilySnapshot snapshot) {
    int series = 0;
    for (Point point : snapshot.points()) {
      series += point instanceof Point.Distribution all ? 2 + all.counts().length : 1;
      series -= snapshot.family().type() == Type.SUMMARY ? 1 : 0;
    }
    return series;
  }
}
