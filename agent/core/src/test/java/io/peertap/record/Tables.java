package io.peertap.record;

import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Transport;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.metric.Numbers;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;

/** Live tables under test, with a clock of their own; peers are named in full. */
final class Tables {

  static final Duration GRACE = Duration.ofMinutes(5);
  static final Duration IDLE = Duration.ofSeconds(30);

  final FakeClock clock = new FakeClock();
  final Metrics metrics = new Metrics(Mirrors.ALL);
  final Records records;

  Tables() {
    this(128);
  }

  Tables(int slots) {
    this(slots, 10);
  }

  Tables(int slots, int labelValues) {
    PeerNames names = new PeerNames(PeerNames.Mode.FULL, "");
    records = new Records(
        metrics,
        new RecordSettings(
            slots,
            names,
            GRACE,
            IDLE,
            Duration.ZERO,
            labelValues,
            false,
            new HealthLimits(0.7, 0.4)),
        clock);
  }

  /** An attempt at, or from, port 1 of this host. */
  Connection opening(Object carrier, Direction direction, String host) {
    return records
        .connections()
        .opening(carrier, FakeCarrier.VIEW, direction, Transport.TCP, address(host));
  }

  /** A connection that is up. */
  Connection connected(Object carrier, Direction direction, String host) {
    Connection connection = opening(carrier, direction, host);
    connection.established();
    return connection;
  }

  Numbers numbers() {
    return new Numbers(metrics.snapshot());
  }

  static SocketAddress address(String host) {
    return new InetSocketAddress(host, 1);
  }
}
