package io.peertap.exposition;

import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Snapshot;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.internal.PrometheusProtobufWriterImpl;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Prometheus' delimited protobuf, by client_java. Its implementation class is used directly: the
 * public one reads {@code io.prometheus.*} properties, which are the host's.
 */
public final class ProtobufWriter implements SnapshotWriter {

  private final PrometheusProtobufWriterImpl writer = new PrometheusProtobufWriterImpl();

  @Override
  public String contentType() {
    return "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited";
  }

  /** Messages stand on their own, so each family is converted, written and forgotten. */
  @Override
  public void write(Snapshot snapshot, OutputStream out) throws IOException {
    for (FamilySnapshot family : snapshot.families()) {
      if (!family.points().isEmpty()) {
        writer.write(out, new MetricSnapshots(ClientModel.of(family)), EscapingScheme.ALLOW_UTF8);
      }
    }
  }
}
