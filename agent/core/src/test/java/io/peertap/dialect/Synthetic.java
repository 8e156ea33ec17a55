package io.peertap.dialect;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Table;
import io.peertap.metric.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/**
 * Snapshots of the whole vocabulary as the project's table declares it, also of families that
 * nothing feeds yet.
 */
public final class Synthetic {

  /** Label values that rows select by or translate; every label also has two that none does. */
  private static final Map<String, List<String>> VALUES = Map.ofEntries(
      Map.entry("state", List.of("connected", "connecting", "idle", "active", "open")),
      Map.entry("phase", List.of("resolve", "connect", "secure", "negotiate", "read")),
      Map.entry("streams", List.of("none", "muxed")),
      Map.entry("direction", List.of("inbound", "outbound")),
      Map.entry("queue", List.of("outbound", "incoming", "handler")),
      Map.entry("outcome", List.of("success", "failure", "timeout", "cancelled")),
      Map.entry("reason", List.of("overflow", "busy")),
      Map.entry("transport", List.of("tcp", "quic")),
      Map.entry("protocol", List.of("task", "discovery", "resource", "health")),
      Map.entry("health", List.of("healthy", "degraded", "unhealthy")),
      Map.entry("action", List.of("publish", "deliver", "opened", "renewed", "closed")),
      Map.entry("status", List.of("ok", "rejected")),
      Map.entry("request", List.of("reserve", "connect")),
      Map.entry(
          "operation", List.of("wallet_action", "dkg", "signing", "coordination", "relay_entry")),
      Map.entry(
          "event",
          List.of(
              "dkg_validation",
              "dkg_challenge_submitted",
              "dkg_approval_submitted",
              "coordination_window_detected",
              "relay_entry_timeout_reported")));

  private Synthetic() {}

  /** Every family of the table, mirrors too, by name. */
  static Map<String, Family> families() {
    Map<String, Family> families = new TreeMap<>();
    for (Map<String, String> row : Table.list("metrics.csv")) {
      Type type = Type.valueOf(row.get("type").toUpperCase(Locale.ROOT));
      List<Double> buckets = new ArrayList<>();
      if (Character.isDigit((row.get("buckets") + ' ').charAt(0))) {
        for (String bound : row.get("buckets").split(",", -1)) {
          buckets.add(Double.valueOf(bound));
        }
      }
      String labels = row.get("labels");
      add(
          row.get("name"),
          type,
          labels.isEmpty() ? List.of() : split(labels, ";"),
          buckets,
          families);
      String mirror = row.get("peer_mirror");
      if (mirror.contains("{")) {
        int brace = mirror.indexOf('{');
        add(
            mirror.substring(0, brace),
            type,
            split(mirror.substring(brace + 1, mirror.length() - 1), ","),
            row.get("peer_mirror_form").equals("full buckets") ? buckets : List.of(),
            families);
      }
    }
    return families;
  }

  private static void add(
      String name, Type type, List<String> labels, List<Double> buckets, Map<String, Family> into) {
    into.put(name, Family.view(name, type, "Help of " + name + '.', labels, buckets));
  }

  /** All of the table's families, each with all combinations of label values. */
  public static Snapshot snapshot(IntSupplier values) {
    List<FamilySnapshot> all = new ArrayList<>();
    for (Family family : families().values()) {
      List<Point> points = new ArrayList<>();
      fill(family, new ArrayList<>(), values, points);
      all.add(new FamilySnapshot(family, points));
    }
    return new Snapshot(all);
  }

  private static void fill(
      Family family, List<String> labels, IntSupplier values, List<Point> points) {
    if (labels.size() == family.labels().size()) {
      points.add(point(family, Labels.of(family.labels(), labels), values));
      return;
    }
    String label = family.labels().get(labels.size());
    List<String> choices = new ArrayList<>(VALUES.getOrDefault(label, List.of()));
    choices.addAll(
        family.labels().size() > 4 ? List.of(label + "_a") : List.of(label + "_a", label + "_b"));
    for (String choice : choices) {
      List<String> more = new ArrayList<>(labels);
      more.add(choice);
      fill(family, more, values, points);
    }
  }

  private static Point point(Family family, Labels labels, IntSupplier values) {
    if (family.type() != Type.HISTOGRAM) {
      return new Point.Value(labels, values.getAsInt());
    }
    long[] counts = new long[family.buckets().size() + 1];
    Arrays.setAll(counts, i -> values.getAsInt());
    return new Point.Distribution(labels, counts, values.getAsInt());
  }

  private static List<String> split(String text, String separator) {
    return Arrays.asList(text.split(separator, -1));
  }
}
