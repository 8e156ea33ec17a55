package io.peertap.benchmarks.echo;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.jmh.Trial;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Nanoseconds and bytes of one message that goes through two real sockets and back. */
public final class LoopbackPart implements Part {

  private static final List<Trial> TRIALS = List.of(
      trial(Sockets.NIO, 1, Competitor.HANDLER),
      trial(Sockets.EPOLL, 1),
      trial(Sockets.NIO, 2),
      trial(Sockets.EPOLL, 2));

  @Override
  public String name() {
    return "loopback";
  }

  @Override
  public double minutes() {
    return 4.5;
  }

  @Override
  public Samples measure(Setup setup) throws IOException {
    return Trial.measure(
        this,
        setup,
        TRIALS.stream().filter(trial -> sockets(trial).areAvailable()).toList());
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Hooks on loopback",
        "JMH, a message of 64 B that one real socket writes and another reads and answers, over"
            + " loopback: written twice, read twice. 64 of them are in flight, so that system"
            + " calls, of which one carries many, do not hide what the hooks add to each message."
            + " Both sides share an event loop, each thread of the benchmark has one. CPU time of"
            + " the process, user and system, and bytes that it allocates. In each round"
            + " every configuration has a JVM of its own; differences and ratios are of"
            + " the same round. A run fails unless what was counted equals what passed.");
    Table table = new Table(
        "sockets, threads", "configuration", "CPU ns", "over no agent, ns", "times no agent", "B");
    for (Trial trial : TRIALS) {
      if (samples.has(trial.nanos(Competitor.NONE))) {
        rows(table, trial, samples);
      }
    }
    report.add(table);
  }

  private static void rows(Table table, Trial trial, Samples samples) {
    for (Competitor configuration : trial.configurations()) {
      table.row(
          sockets(trial).title() + ", " + trial.threads(),
          configuration.title(),
          trial.nanosText(samples, configuration),
          trial.overText(samples, configuration),
          trial.timesText(samples, configuration),
          trial.bytesText(samples, configuration));
    }
  }

  /** The benchmark has a method for each of them. */
  private static Trial trial(Sockets sockets, int threads, Competitor... others) {
    String method = sockets.name().toLowerCase(Locale.ROOT);
    return Trial.of(LoopbackCalls.class, method, threads, Trial.Time.CPU, others);
  }

  private static Sockets sockets(Trial trial) {
    return Sockets.valueOf(trial.name().toUpperCase(Locale.ROOT));
  }
}
