package io.peertap.http;

import io.peertap.dialect.Dialects;
import io.peertap.dialect.View;
import io.peertap.exposition.Exposition;
import io.peertap.exposition.SnapshotWriter;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** {@code /metrics}: one snapshot in the format that the scraper prefers. */
public final class MetricsRoute implements Route {

  private static final String NAMES = "name[]";

  private static final String DIALECT = "dialect";
  private static final Set<String> KNOWN = Set.of(NAMES, DIALECT);

  private final Supplier<Snapshot> snapshots;
  private final Dialects dialects;

  /** Takes a snapshot for every scrape and shows it in the dialects asked for. */
  public MetricsRoute(Supplier<Snapshot> snapshots, Dialects dialects) {
    this.snapshots = snapshots;
    this.dialects = dialects;
  }

  @Override
  public String path() {
    return "/metrics";
  }

  @Override
  public String summary() {
    return "Metrics as Prometheus text, OpenMetrics or protobuf; ?name[]= selects families, ?dialect= other names.";
  }

  @Override
  public void answer(Request request, Response response) throws IOException {
    String wrong = wrong(request);
    if (wrong != null) {
      response.send(400, Response.TEXT, wrong);
      return;
    }
    View view = request.has(DIALECT) ? dialects.view(asked(request)) : dialects.standard();
    Snapshot snapshot = Exposition.select(view.of(snapshots.get()), request.values(NAMES));
    SnapshotWriter writer = Exposition.negotiate(request.header("Accept"), view.isPlain());
    OutputStream out = response.body(writer.contentType());
    writer.write(snapshot, out);
    out.close();
  }

  /** A misspelt filter would silently give everything. */
  private String wrong(Request request) {
    for (String parameter : request.parameters()) {
      if (!KNOWN.contains(parameter)) {
        return "/metrics does not know the parameter " + parameter
            + "; it takes name[]=<family> and dialect=<name>, any number of times.\n";
      }
    }
    if (request.values(NAMES).contains("")) {
      return "name[] is empty; it takes the name of a family.\n";
    }
    String wrong = dialects.wrong(asked(request));
    return wrong == null ? null : wrong + ".\n";
  }

  /** The dialects of all parameters, which may each name several. */
  private static List<String> asked(Request request) {
    List<String> asked = new ArrayList<>();
    for (String value : request.values(DIALECT)) {
      for (String name : value.split(",", -1)) {
        asked.add(name.trim());
      }
    }
    return asked;
  }
}
