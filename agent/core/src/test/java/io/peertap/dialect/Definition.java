package io.peertap.dialect;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.metric.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of {@code dialects.csv}, and what it makes of a snapshot: computed from the table alone, by
 * other means than the product's.
 */
public record Definition(Map<String, String> row) {

  private static final Pattern SELECTOR = Pattern.compile("(\\w+)(=~|!=|=)\"([^\"]*)\"");
  private static final Pattern RENAME = Pattern.compile("(\\w+)->(\\w+)(?:: ([\\w,]+)->(\\w+))?");
  private static final Pattern VALUES = Pattern.compile("^(\\w+): (\\w+)->(\\w+)$");
  private static final Pattern CONSTANT = Pattern.compile("(\\w+)=\"(\\w+)\"");

  /** All rows of the table. */
  public static List<Definition> all() {
    return Table.list("/io/peertap/dialect/dialects.csv").stream()
        .map(Definition::new)
        .toList();
  }

  /** Whose metric it is. */
  public String system() {
    return row.get("system");
  }

  String name() {
    return row.get("exposed_as");
  }

  String type() {
    return row.get("alias_type");
  }

  /** The families that it reads. */
  List<String> families() {
    if (isUtilization()) {
      return List.of("peertap_pool_connections");
    }
    return row.get("plus_family").isEmpty()
        ? List.of(row.get("source_family"))
        : List.of(row.get("source_family"), row.get("plus_family"));
  }

  List<String> labels() {
    String labels = row.get("alias_labels");
    return labels.isEmpty() ? List.of() : Arrays.asList(labels.split(";"));
  }

  /** The note beside the row replaces its aggregate: recomputed over all pools. */
  private boolean isUtilization() {
    return row.get("notes").startsWith("recomputed over all pools: sum(active)/sum(all)");
  }

  boolean derivesName() {
    return name().endsWith("{name}");
  }

  /** Values by name and labels, {@code name{a="x"}}; a histogram has one per sample line. */
  public Map<String, Double> of(Snapshot snapshot) {
    Map<String, List<Double>> groups = new TreeMap<>();
    Map<String, Double> values = new TreeMap<>();
    if (isUtilization()) {
      double active = sum(snapshot, "peertap_pool_connections", "state=\"active\"");
      double all = sum(snapshot, "peertap_pool_connections", "");
      if (snapshot.family("peertap_pool_connections") != null) {
        values.put(name() + "{}", all == 0 ? 0 : active / all);
      }
      return values;
    }
    gather(snapshot, row.get("source_family"), row.get("select"), groups);
    if (!row.get("plus_family").isEmpty()) {
      gather(snapshot, row.get("plus_family"), row.get("plus_select"), groups);
    }
    groups.forEach((key, group) -> values.put(key, aggregated(group)));
    return values;
  }

  /** The same of what a dialect shows. */
  public Map<String, Double> in(Snapshot shown) {
    Map<String, Double> samples = new TreeMap<>();
    for (FamilySnapshot family : shown.families()) {
      if (isNamed(family)) {
        samples.putAll(Samples.of(family));
      }
    }
    return samples;
  }

  /** Whether a dialect shows this family for it. */
  boolean isNamed(FamilySnapshot shown) {
    String family = shown.family().name();
    return derivesName() ? family.startsWith(name().replace("{name}", "")) : family.equals(name());
  }

  private double aggregated(List<Double> group) {
    String how = row.get("aggregate").split(" ", -1)[0];
    double sum = group.stream().mapToDouble(Double::doubleValue).sum();
    return switch (how) {
      case "sum" -> sum;
      case "avg" -> sum / group.size();
      case "max" -> group.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
      default -> throw new IllegalArgumentException(how);
    };
  }

  private double sum(Snapshot snapshot, String family, String select) {
    FamilySnapshot found = snapshot.family(family);
    double sum = 0;
    for (Point point : found == null ? List.<Point>of() : found.points()) {
      sum += selected(select, point.labels()) ? ((Point.Value) point).value() : 0;
    }
    return sum;
  }

  private void gather(
      Snapshot snapshot, String family, String select, Map<String, List<Double>> groups) {
    FamilySnapshot found = snapshot.family(family);
    for (Point point : found == null ? List.<Point>of() : found.points()) {
      if (selected(select, point.labels())) {
        samples(found, point)
            .forEach((sample, value) ->
                groups.computeIfAbsent(sample, unused -> new ArrayList<>()).add(value));
      }
    }
  }

  private static boolean selected(String select, Labels labels) {
    Matcher selector = SELECTOR.matcher(select.contains("<configured>") ? "" : select);
    while (selector.find()) {
      boolean equal =
          Arrays.asList(selector.group(3).split("\\|")).contains(labels.value(selector.group(1)));
      if (equal == selector.group(2).equals("!=")) {
        return false;
      }
    }
    return true;
  }

  private Map<String, Double> samples(FamilySnapshot family, Point point) {
    Map<String, Double> samples = new LinkedHashMap<>();
    String name = derivesName() ? name().replace("{name}", point.labels().value("event")) : name();
    String labels = relabelled(point.labels());
    if (point instanceof Point.Value value) {
      samples.put(name + '{' + labels + '}', value.value() * factor());
      return samples;
    }
    Point.Distribution distribution = (Point.Distribution) point;
    List<Double> bounds = family.family().buckets();
    double cumulated = 0;
    for (int i = 0; i < bounds.size(); i++) {
      cumulated += distribution.counts()[i];
      if (offers(bounds.get(i))) {
        double bound = Math.round(bounds.get(i) * factor() * 1e6) / 1e6;
        samples.put(name + "_bucket{" + labels + "le=" + bound + '}', cumulated);
      }
    }
    samples.put(name + "_sum{" + labels + '}', distribution.sum() * factor());
    samples.put(name + "_count{" + labels + '}', (double) distribution.count());
    return samples;
  }

  /** The notes say in words which bounds are dropped. */
  private boolean offers(double bound) {
    String note = row.get("notes");
    return !(note.startsWith("bounds 64 and 256 dropped") && (bound == 64 || bound == 256))
        && !(note.startsWith("bounds above 10 dropped") && bound > 10);
  }

  private double factor() {
    String conversion = row.get("value_conversion").split(" ", -1)[0];
    return conversion.startsWith("x") ? Double.parseDouble(conversion.substring(1)) : 1;
  }

  private String relabelled(Labels ours) {
    StringBuilder out = new StringBuilder();
    for (String label : new TreeMap<>(theirs(ours))
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=\"" + entry.getValue() + "\",")
            .toList()) {
      out.append(label);
    }
    return out.toString();
  }

  private Map<String, String> theirs(Labels ours) {
    Map<String, String> theirs = new LinkedHashMap<>();
    String map = row.get("label_map");
    for (String label : labels()) {
      theirs.put(label, ours.value(label));
    }
    Matcher constant = CONSTANT.matcher(map);
    while (constant.find()) {
      theirs.put(constant.group(1), constant.group(2));
    }
    Matcher values = VALUES.matcher(map);
    if (values.find()) {
      theirs.computeIfPresent(
          values.group(1),
          (name, value) -> value.equals(values.group(2)) ? values.group(3) : value);
      return theirs;
    }
    Matcher rename = RENAME.matcher(derivesName() ? "" : map);
    while (rename.find()) {
      String value = ours.value(rename.group(1));
      boolean mapped =
          rename.group(3) != null && Arrays.asList(rename.group(3).split(",")).contains(value);
      theirs.put(rename.group(2), mapped ? rename.group(4) : value);
    }
    return theirs;
  }

  @Override
  public String toString() {
    return name();
  }
}
