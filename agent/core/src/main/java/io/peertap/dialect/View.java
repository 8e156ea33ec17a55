package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** One or more vocabularies to look at snapshots through. It keeps nothing between snapshots. */
public final class View {

  private final boolean own;
  private final List<Dialect> dialects;
  private final Map<String, Family> declared;

  View(boolean own, List<Dialect> dialects, Map<String, Family> declared) {
    this.own = own;
    this.dialects = List.copyOf(dialects);
    this.declared = declared;
  }

  /** Whether it shows our vocabulary and no other. */
  public boolean isPlain() {
    return own && dialects.isEmpty();
  }

  /** The snapshot in these vocabularies, ordered by name. */
  public Snapshot of(Snapshot snapshot) {
    if (isPlain()) {
      return snapshot;
    }
    Map<String, FamilySnapshot> taken = new HashMap<>();
    for (FamilySnapshot family : snapshot.families()) {
      taken.put(family.family().name(), family);
    }
    Map<String, FamilySnapshot> shown = own ? new TreeMap<>(taken) : new TreeMap<>();
    for (Dialect dialect : dialects) {
      // A name that derives from a label may be another's after all; the first one keeps it.
      families(dialect, taken).forEach(shown::putIfAbsent);
    }
    return new Snapshot(List.copyOf(shown.values()));
  }

  private Map<String, FamilySnapshot> families(Dialect dialect, Map<String, FamilySnapshot> taken) {
    Map<String, FamilySnapshot> families = new HashMap<>();
    for (Row row : dialect.rows()) {
      for (FamilySnapshot family : RowSums.of(row, taken, declared)) {
        families.merge(family.family().name(), family, View::merged);
      }
    }
    families.replaceAll((name, family) -> sorted(family));
    return families;
  }

  /** Two rows of one name; series that both have are the first one's. */
  private static FamilySnapshot merged(FamilySnapshot first, FamilySnapshot second) {
    List<Point> points = new ArrayList<>(first.points());
    Set<Labels> labels = new HashSet<>();
    for (Point point : points) {
      labels.add(point.labels());
    }
    for (Point point : second.points()) {
      if (labels.add(point.labels())) {
        points.add(point);
      }
    }
    return new FamilySnapshot(first.family(), points);
  }

  private static FamilySnapshot sorted(FamilySnapshot family) {
    List<Point> points = new ArrayList<>(family.points());
    points.sort(Comparator.comparing(point -> point.labels().text()));
    return new FamilySnapshot(family.family(), points);
  }
}
