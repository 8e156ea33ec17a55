package io.peertap.exposition;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Type;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes sample lines: they are the same in both text formats, only what stands above them differs. */
final class Samples {

  private Samples() {}

  static void write(FamilySnapshot snapshot, Utf8Output out) throws IOException {
    String name = snapshot.family().name();
    Map<List<Double>, String[]> bounds = new HashMap<>();
    for (Point point : snapshot.points()) {
      if (point instanceof Point.Value value) {
        value(name, value, out);
      } else if (snapshot.family().type() == Type.SUMMARY) {
        totals(name, (Point.Distribution) point, out);
      } else if (point instanceof Point.Distribution distribution) {
        List<Double> buckets = snapshot.family().buckets(point.labels());
        distribution(name, bounds.computeIfAbsent(buckets, Samples::bounds), distribution, out);
      }
    }
  }

  private static String[] bounds(List<Double> buckets) {
    String[] bounds = new String[buckets.size() + 1];
    for (int i = 0; i < bounds.length - 1; i++) {
      bounds[i] = Bound.text(buckets.get(i));
    }
    bounds[bounds.length - 1] = "+Inf";
    return bounds;
  }

  private static void value(String name, Point.Value value, Utf8Output out) throws IOException {
    series(name, "", value.labels(), out);
    out.append(value.value()).append('\n');
  }

  private static void distribution(
      String name, String[] bounds, Point.Distribution point, Utf8Output out) throws IOException {
    long cumulated = 0;
    Labels labels = point.labels();
    for (int i = 0; i < bounds.length; i++) {
      cumulated += point.counts()[i];
      out.append(name)
          .append("_bucket{")
          .append(labels.head())
          .append(labels.tail())
          .append(labels.isEmpty() ? "le=\"" : ",le=\"");
      out.append(bounds[i]).append("\"} ").append(cumulated).append('\n');
    }
    totals(name, point, out);
  }

  private static void totals(String name, Point.Distribution point, Utf8Output out)
      throws IOException {
    series(name, "_sum", point.labels(), out);
    out.append(point.sum()).append('\n');
    series(name, "_count", point.labels(), out);
    out.append(point.count()).append('\n');
  }

  private static void series(String name, String suffix, Labels labels, Utf8Output out)
      throws IOException {
    out.append(name).append(suffix);
    if (!labels.isEmpty()) {
      out.append('{').append(labels.head()).append(labels.tail()).append('}');
    }
    out.append(' ');
  }
}
