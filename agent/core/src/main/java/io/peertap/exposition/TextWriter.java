package io.peertap.exposition;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;

/** Prometheus' text format 0.0.4. */
public final class TextWriter implements SnapshotWriter {

  @Override
  public String contentType() {
    return "text/plain; version=0.0.4; charset=utf-8";
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
    out.flush();
  }

  private static void metadata(Family family, Utf8Output out) throws IOException {
    out.append("# HELP ").append(family.name()).append(' ');
    out.append(family.help().replace("\\", "\\\\").replace("\n", "\\n")).append('\n');
    out.append("# TYPE ").append(family.name()).append(' ').append(type(family)).append('\n');
  }

  /** The format knows no info type. */
  private static String type(Family family) {
    return switch (family.type()) {
      case COUNTER -> "counter";
      case GAUGE, INFO -> "gauge";
      case HISTOGRAM -> "histogram";
      case SUMMARY -> "summary";
    };
  }
}
