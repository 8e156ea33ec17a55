package io.peertap.exposition;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Chooses what a scraper gets: the format that it likes best, and the families that it asks for. */
public final class Exposition {

  private static final SnapshotWriter TEXT = new TextWriter();
  private static final SnapshotWriter OPEN_METRICS = new OpenMetricsWriter();

  private Exposition() {}

  /** Creates the writer on first use: most scrapers never ask for it, and it loads many classes. */
  private static final class Protobuf {
    private static final SnapshotWriter WRITER = new ProtobufWriter();
  }

  /**
   * The format with the highest quality, the first named one among equals; text where none fits, as
   * Prometheus' own exporters do.
   *
   * @param accept the Accept header, or null
   * @param plain whether all names are ours; protobuf's library refuses some of other systems' names,
   *     so these are never offered in that format
   */
  public static SnapshotWriter negotiate(String accept, boolean plain) {
    SnapshotWriter best = TEXT;
    double quality = 0;
    for (Accept range : Accept.parse(accept == null ? "" : accept)) {
      SnapshotWriter offered = range.quality() > quality ? offer(range, plain) : null;
      if (offered != null) {
        best = offered;
        quality = range.quality();
      }
    }
    return best;
  }

  private static SnapshotWriter offer(Accept range, boolean plain) {
    return switch (range.type()) {
      case "application/vnd.google.protobuf" ->
        plain
                && range.allows("proto", "io.prometheus.client.metricfamily")
                && range.allows("encoding", "delimited")
            ? Protobuf.WRITER
            : null;
      case "application/openmetrics-text" ->
        range.allows("version", "1.0.0", "0.0.1") ? OPEN_METRICS : null;
      case "text/plain" -> range.allows("version", "0.0.4", "1.0.0") ? TEXT : null;
      case "text/*", "*/*" -> TEXT;
      default -> null;
    };
  }

  /** The families that one of these names means, by family or by sample name; all without names. */
  public static Snapshot select(Snapshot snapshot, List<String> names) {
    if (names.isEmpty()) {
      return snapshot;
    }
    List<FamilySnapshot> selected = new ArrayList<>();
    for (FamilySnapshot family : snapshot.families()) {
      for (String name : names) {
        if (Names.match(family.family(), name)) {
          selected.add(family);
          break;
        }
      }
    }
    return new Snapshot(selected);
  }
}
