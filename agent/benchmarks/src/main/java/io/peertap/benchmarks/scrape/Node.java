package io.peertap.benchmarks.scrape;

import io.peertap.api.Carrier;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.RttSource;
import io.peertap.api.Security;
import io.peertap.api.Stream;
import io.peertap.api.Transport;
import io.peertap.metric.Metrics;
import io.peertap.metric.Mirrors;
import io.peertap.record.Clock;
import io.peertap.record.HealthLimits;
import io.peertap.record.PeerNames;
import io.peertap.record.RecordSettings;
import io.peertap.record.Records;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A node with many connections to fewer peers, all of whose families have series. */
public final class Node {

  private static final int LOOPS = 16;

  private final Metrics metrics;
  private final Records records;
  private final List<Loop> carriers = new ArrayList<>();
  private final List<Connection> connections = new ArrayList<>();

  /** With so many connections to so many peers, and series by peer. */
  public Node(int size, int peers, Mirrors mirrors) {
    metrics = new Metrics(mirrors);
    records = new Records(
        metrics,
        new RecordSettings(
            peers,
            new PeerNames(PeerNames.Mode.HASH, ""),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ZERO,
            32,
            false,
            new HealthLimits(0.7, 0.4)),
        Clock.SYSTEM);
    for (int i = 0; i < size; i++) {
      connect("peer" + i % peers, i);
    }
    for (int i = 0; i < peers; i++) {
      events("peer" + i, i);
    }
  }

  /** What is scraped. */
  public Metrics metrics() {
    return metrics;
  }

  Records records() {
    return records;
  }

  /** Every connection moves some bytes. */
  public void move() {
    for (Connection connection : connections) {
      connection.traffic().received(1000);
      connection.traffic().queued(100);
      connection.traffic().sent(100);
    }
  }

  private Connection open(String peer, int number) {
    Loop carrier = new Loop("loop-" + number % LOOPS);
    carriers.add(carrier); // The tables hold it weakly.
    Direction direction = number % 2 == 0 ? Direction.INBOUND : Direction.OUTBOUND;
    Connection connection = records
        .connections()
        .opening(
            carrier,
            carrier,
            direction,
            Transport.TCP,
            InetSocketAddress.createUnresolved(peer + ".example", 1));
    connection.securing(Security.NOISE);
    connection.established();
    connection.secured(Security.NOISE, Muxer.YAMUX);
    connection.identified(peer, "acme/1." + number % 8, "acme/1." + number % 4);
    return connection;
  }

  private void connect(String peer, int number) {
    Connection connection = open(peer, number);
    connection.roundTrip(RttSource.PING, 1_000_000L * (number % 500));
    connections.add(connection);
    Loop carrier = new Loop(null);
    carriers.add(carrier);
    Stream stream = records.connections().stream(
        carrier, carrier, connection, Direction.OUTBOUND, Transport.TCP);
    stream.negotiated("/acme/" + number % 8);
    stream.traffic().received(10);
  }

  private void events(String peer, int number) {
    records.messages().sent("acme", "type" + number % 8, peer, number * 100L);
    records.messages().received("acme", "type" + number % 8, peer, number * 100L);
    records.messages().heartbeat(Direction.OUTBOUND, peer);
    Connection broken = open(peer, number);
    broken.failed(Phase.READ, new IOException("Connection reset"));
    broken.closed();
  }

  /** A channel without a library, and its own view. */
  private record Loop(String name) implements Carrier {
    @Override
    public boolean isOpen(Object carrier) {
      return true;
    }

    @Override
    public String loop(Object carrier) {
      return name;
    }

    @Override
    public int pendingTasks(Object carrier) {
      return 1;
    }
  }
}
