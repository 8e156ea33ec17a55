package io.peertap.http;

import io.peertap.exposition.Exposition;
import io.peertap.exposition.SnapshotWriter;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Supplier;

/** {@code /metrics}: one snapshot in the format that the scraper prefers. */
public final class MetricsRoute implements Route {

  private static final String NAMES = "name[]";

  private final Supplier<Snapshot> snapshots;

  /** Takes a snapshot for every scrape. */
  public MetricsRoute(Supplier<Snapshot> snapshots) {
    this.snapshots = snapshots;
  }

  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public String summary() {
    return "Metrics as Prometheus text, OpenMetrics or protobuf; ?name[]= selects families.";
  }

  @Override
  public void answer(Request request, Response response) throws IOException {
    String wrong = wrong(request);
    if (wrong != null) {
      response.send(400, Response.TEXT, wrong);
      return;
    }
    Snapshot snapshot = Exposition.select(snapshots.get(), request.values(NAMES));
    SnapshotWriter writer = Exposition.negotiate(request.header("Accept"));
    OutputStream out = response.body(writer.contentType());
    writer.write(snapshot, out);
    out.close();
  }

  /** A misspelt filter would silently give everything. */
  private static String wrong(Request request) {
    for (String parameter : request.parameters()) {
      if (!parameter.equals(NAMES)) {
        return "/metrics does not know the parameter " + parameter
            + "; it takes name[]=<family>, any number of times.\n";
      }
    }
    return request.values(NAMES).contains("")
        ? "name[] is empty; it takes the name of a family.\n"
        : null;
  }
}
