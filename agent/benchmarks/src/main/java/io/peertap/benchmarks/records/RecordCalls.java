package io.peertap.benchmarks.records;

import io.peertap.api.Connection;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What hooks call: a message in, a message out, and whole lives of connections and streams. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordCalls {

  private static final int SIZE = 64;

  /** The tables, which all threads share. */
  @State(Scope.Benchmark)
  public static class All {

    private final Tables tables = new Tables();
    private final Queue<Mine> mines = new ConcurrentLinkedQueue<>();

    /** A run whose counters do not equal its operations measured something else. */
    @TearDown(Level.Trial)
    public void check() {
      check("peertap_received_bytes_total", SIZE * sum(mine -> mine.received));
      check("peertap_sent_bytes_total", SIZE * sum(mine -> mine.sent));
      check("peertap_connections_closed_total", sum(mine -> mine.connections));
      check("peertap_streams_closed_total", sum(mine -> mine.streams));
    }

    private long sum(ToLongFunction<Mine> calls) {
      return mines.stream().mapToLong(calls).sum();
    }

    private void check(String family, long truth) {
      long counted = tables.sum(family);
      if (counted != truth) {
        throw new IllegalStateException(family + " is " + counted + " of " + truth);
      }
    }
  }

  /** A connection for each thread, as each event loop has its own. */
  @State(Scope.Thread)
  public static class Mine {

    private final Tables.Channel carrier = new Tables.Channel();
    private Connection connection;
    private long received;
    private long sent;
    private long connections;
    private long streams;

    /** Opens it. */
    @Setup(Level.Trial)
    public void open(All all) {
      connection = all.tables.opening(carrier);
      connection.established();
      all.mines.add(this);
    }
  }

  /** A message came in. */
  @Benchmark
  public void received(Mine mine, All all) {
    mine.connection.traffic().received(SIZE);
    mine.received++;
  }

  /** A message was queued, sent and forgotten. */
  @Benchmark
  public void sent(Mine mine, All all) {
    mine.connection.traffic().queued(SIZE);
    mine.connection.traffic().sent(SIZE);
    mine.connection.traffic().dequeued();
    mine.sent++;
  }

  /** A connection is accepted and closed. */
  @Benchmark
  public void connection(Mine mine, All all) {
    Connection connection = all.tables.opening(new Tables.Channel());
    connection.established();
    connection.closed();
    mine.connections++;
  }

  /** A stream is opened, negotiated and closed. */
  @Benchmark
  public void stream(Mine mine, All all) {
    Stream stream = all.tables.stream(mine.connection, new Tables.Channel());
    stream.negotiated("/acme/1");
    stream.ended(StreamEnd.CLOSED);
    mine.streams++;
  }
}
