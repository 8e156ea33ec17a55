package io.peertap.benchmarks.records;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Stream;
import io.peertap.api.Transport;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.record.Clock;
import io.peertap.record.HealthLimits;
import io.peertap.record.PeerNames;
import io.peertap.record.RecordSettings;
import io.peertap.record.Records;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/** Live tables as the agent has them, with its default settings, and their metrics. */
public final class Tables {

  private static final SocketAddress REMOTE = InetSocketAddress.createUnresolved("remote", 1);
  private static final int SLOTS = 128;
  private static final int LABEL_VALUES = 32;

  private final Metrics metrics = new Metrics(Mirrors.BASIC);
  private final Records records = new Records(
      metrics,
      new RecordSettings(
          SLOTS,
          new PeerNames(PeerNames.Mode.HASH, ""),
          Duration.ofMinutes(5),
          Duration.ofMinutes(1),
          Duration.ZERO,
          LABEL_VALUES,
          false,
          new HealthLimits(0.7, 0.4)),
      Clock.SYSTEM);

  /** A connection that is about to be established, and lives as long as its carrier. */
  public Connection opening(Channel carrier) {
    return records
        .connections()
        .opening(carrier, carrier, Direction.INBOUND, Transport.TCP, REMOTE);
  }

  /** A stream of a connection; lives as long as its carrier. */
  public Stream stream(Connection connection, Channel carrier) {
    return records.connections().stream(
        carrier, carrier, connection, Direction.INBOUND, Transport.TCP);
  }

  /** What the agent does every five seconds. */
  public void tick() {
    records.tick();
  }

  /** The sum of a family's counters. */
  public long sum(String family) {
    Snapshot snapshot = metrics.snapshot();
    double sum = 0;
    if (snapshot.family(family) != null) {
      for (Point point : snapshot.family(family).points()) {
        sum += ((Point.Value) point).value();
      }
    }
    return (long) sum;
  }

  /** A channel without a library. */
  public static final class Channel implements Carrier {
    @Override
    public boolean isOpen(Object carrier) {
      return true;
    }
  }
}
