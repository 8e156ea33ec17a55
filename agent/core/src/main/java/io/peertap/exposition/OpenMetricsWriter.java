package io.peertap.exposition;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;

/**
 * OpenMetrics 1.0.0. A counter's samples must end in {@code _total} there; other systems' counters
 * that do not keep their name and are of type unknown.
 */
public final class OpenMetricsWriter implements SnapshotWriter {

  @Override
  public String contentType() {
    return "application/openmetrics-text; version=1.0.0; charset=utf-8";
  }

  @Override
  public void write(Snapshot snapshot, OutputStream stream) throws IOException {
    Utf8Output out = new Utf8Output(stream);
    for (FamilySnapshot family : snapshot.families()) {
      if (!family.points().isEmpty()) {
        metadata(family.family(), out);
        Samples.write(family, out);
      }
    }
    out.append("# EOF\n").flush();
  }

  private static void metadata(Family family, Utf8Output out) throws IOException {
    String name = Names.base(family);
    out.append("# TYPE ").append(name).append(' ').append(type(family)).append('\n');
    // The standard demands that the name ends with the unit; Prometheus rejects the scrape
    // otherwise.
    if (!family.unit().isEmpty() && name.endsWith('_' + family.unit())) {
      out.append("# UNIT ").append(name).append(' ').append(family.unit()).append('\n');
    }
    out.append("# HELP ")
        .append(name)
        .append(' ')
        .append(escaped(family.help()))
        .append('\n');
  }

  private static String type(Family family) {
    return switch (family.type()) {
      case COUNTER -> family.name().endsWith("_total") ? "counter" : "unknown";
      case GAUGE -> "gauge";
      case HISTOGRAM -> "histogram";
      case SUMMARY -> "summary";
      case INFO -> "info";
    };
  }

  private static String escaped(String help) {
    return help.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
  }
}
