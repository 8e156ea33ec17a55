package io.peertap.alert;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.LabelValues;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers of all families that rules read, which change their mind now and then: for a while nothing
 * happens, then much, then all at once. The same seed gives the same numbers.
 */
final class Weather {

  private static final List<Integer> PACES = List.of(0, 0, 1, 7, 400, 5000);

  private final Random random;
  private final Map<Family, List<Track>> tracks = new LinkedHashMap<>();

  /** One series; a histogram has a number per bucket. */
  private static final class Track {
    final Labels labels;
    final long[] counts;
    double value;
    int pace;

    Track(Labels labels, int buckets) {
      this.labels = labels;
      this.counts = new long[buckets];
    }
  }

  Weather(long seed) {
    this.random = new Random(seed);
    for (Family family : BuiltInRules.families()) {
      tracks.put(family, series(family));
    }
  }

  /** The next moment. */
  Snapshot next() {
    List<FamilySnapshot> families = new ArrayList<>();
    tracks.forEach((family, all) -> {
      List<Point> points = new ArrayList<>();
      for (Track track : all) {
        step(family, track);
        points.add(point(family, track));
      }
      families.add(new FamilySnapshot(family, points));
    });
    families.sort(Comparator.comparing(family -> family.family().name()));
    return new Snapshot(families);
  }

  private void step(Family family, Track track) {
    if (random.nextInt(12) == 0) {
      track.pace = PACES.get(random.nextInt(PACES.size()));
    }
    if (family.type() == Type.HISTOGRAM) {
      int bucket = random.nextInt(track.counts.length);
      track.counts[bucket] += track.pace;
      track.value += track.pace * 100.0 * bucket;
    } else if (family.type() == Type.COUNTER) {
      track.value += track.pace;
    } else if (family.unit().equals("ratio")) {
      track.value = track.pace / 5000.0;
    } else {
      track.value = family.unit().equals("bytes") ? track.pace * 1e6 : track.pace;
    }
  }

  private static Point point(Family family, Track track) {
    return family.type() == Type.HISTOGRAM
        ? new Point.Distribution(track.labels, track.counts.clone(), track.value)
        : new Point.Value(track.labels, track.value);
  }

  /** A series for every value that a rule names, others of their labels being the first or "x". */
  private static List<Track> series(Family family) {
    Set<String> named = new TreeSet<>();
    List<Track> all = new ArrayList<>();
    for (RuleGroup group : BuiltInRules.groups(Thresholds.DEFAULTS)) {
      for (Rule rule : group.rules()) {
        for (Selector selector : Uses.of(rule.condition())) {
          if (selector.family() == family) {
            add(family, selector.matchers(), named, all);
          }
        }
      }
    }
    return all;
  }

  private static void add(
      Family family, List<Matcher> matchers, Set<String> named, List<Track> into) {
    for (String other : List.of("x", "y")) {
      for (int choice = 0; choice < 4; choice++) {
        List<String> values = new ArrayList<>();
        for (String label : family.labels()) {
          List<String> known = LabelValues.of(family, label).values();
          String value = known.isEmpty() ? other : known.get(choice % known.size());
          for (Matcher matcher : matchers) {
            boolean fixed = matcher.label().equals(label) && matcher.words().size() == 1;
            value = fixed && matcher.matches(matcher.words().get(0))
                ? matcher.words().get(0)
                : value;
          }
          values.add(value);
        }
        if (named.add(values.toString())) {
          into.add(new Track(
              Labels.of(family.labels(), values),
              family.type() == Type.HISTOGRAM ? family.buckets(values).size() + 1 : 0));
        }
      }
    }
  }
}
