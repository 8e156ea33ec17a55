package io.peertap.benchmarks.scaling;

import io.peertap.api.Connection;
import io.peertap.api.Stream;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Statistics;
import io.peertap.benchmarks.records.Tables;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/** A connection with many streams that all move bytes: what the agent does every few seconds. */
public final class StreamsHost {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 15;
  private static final int SIZE = 64;
  private static final double NANOS_PER_MILLI = 1e6;

  private StreamsHost() {}

  /** Takes how many streams; says milliseconds of the thread's CPU time for a tick. */
  public static void main(String[] args) {
    Tables tables = new Tables();
    List<Tables.Channel> carriers = new ArrayList<>(); // The tables hold them weakly.
    carriers.add(new Tables.Channel());
    Connection connection = tables.opening(carriers.get(0));
    connection.established();
    List<Stream> streams = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      carriers.add(new Tables.Channel());
      Stream stream = tables.stream(connection, carriers.get(i + 1));
      stream.negotiated("/acme/1");
      streams.add(stream);
    }
    double[] millis = new double[ROUNDS];
    for (int round = -ROUNDS; round < ROUNDS; round++) {
      streams.forEach(stream -> stream.traffic().received(SIZE));
      long start = THREADS.getCurrentThreadCpuTime();
      tables.tick();
      if (round >= 0) {
        millis[round] = (THREADS.getCurrentThreadCpuTime() - start) / NANOS_PER_MILLI;
      }
    }
    long counted = tables.sum("peertap_stream_received_bytes_total");
    if (counted != 2L * ROUNDS * SIZE * streams.size() || carriers.size() <= streams.size()) {
      throw new IllegalStateException("counted " + counted);
    }
    Jvm.say("millis", Statistics.median(millis));
    Jvm.end();
  }
}
