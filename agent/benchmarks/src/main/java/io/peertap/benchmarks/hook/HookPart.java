package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.BarChart;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.Goal;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nanoseconds and bytes of one message, configuration after configuration in each round. */
public final class HookPart implements Part {

  private static final List<Competitor> CONFIGURATIONS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.HANDLER, Competitor.OTEL);
  private static final List<Competitor> ON_TWO_THREADS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.HANDLER);
  private static final List<Competitor> OF_CHANNELS = List.of(Competitor.NONE, Competitor.PEERTAP);
  private static final List<String> EVENTS = List.of("read", "write");
  private static final String CHANNEL = "channel";
  private static final int THREADS = 2;

  /** Below this, it is the profiler's own: an object for every 200th message would be more. */
  private static final double NOTHING = 0.1;

  @Override
  public String name() {
    return "hook";
  }

  @Override
  public double minutes() {
    return 5;
  }

  @Override
  public Samples measure(Setup setup) throws IOException {
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (int threads = 1; threads <= THREADS; threads++) {
        for (String event : EVENTS) {
          for (Competitor configuration : configurations(threads)) {
            measure(HookCalls.class, event, threads, configuration, setup, samples);
          }
        }
      }
      for (Competitor configuration : OF_CHANNELS) {
        measure(ChannelCalls.class, CHANNEL, 1, configuration, setup, samples);
      }
    }
    return samples;
  }

  private static void measure(
      Class<?> calls,
      String event,
      int threads,
      Competitor configuration,
      Setup setup,
      Samples samples)
      throws IOException {
    Fork.Result result = new Fork(setup.form())
        .run(calls.getName() + '.' + event, threads, options(configuration, setup));
    samples.add(key(event, threads, configuration, "ns"), result.nanos());
    samples.add(key(event, threads, configuration, "B"), result.bytes());
  }

  private static List<Competitor> configurations(int threads) {
    return threads == 1 ? CONFIGURATIONS : ON_TWO_THREADS;
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, "read", Goal.READ, Goal.READ_SHARE);
    target(samples, report, "write", Goal.WRITE, Goal.WRITE_SHARE);
    report.headline(String.format(
        Locale.ROOT,
        "%.0f ns of CPU time to a message that comes in and goes out",
        over(samples, "read").value() + over(samples, "write").value()));
    report.section(
        "Hooks",
        "JMH, average time of one message on a channel without a kernel behind it but with a real"
            + " outbound buffer. In each round every configuration has a JVM of its own; ratios and"
            + " differences are of the same round. A run fails unless what was counted equals"
            + " what passed. The handler by hand counts received bytes, sent bytes and sent"
            + " messages with counters whose labels are resolved; the agent also knows what waits"
            + " and how long. OpenTelemetry counts nothing here. A channel"
            + " that is opened and closed again passes nothing.");
    for (int threads = 1; samples.has(key("read", threads, Competitor.NONE, "ns")); threads++) {
      report.add(table(samples, threads));
    }
    report.add(channels(samples));
    for (String event : EVENTS) {
      BarChart chart = new BarChart("One " + event + ", ns, one thread");
      for (Competitor configuration : CONFIGURATIONS) {
        Figures nanos = Figures.of(samples, key(event, 1, configuration, "ns"));
        chart.bar(
            configuration.title(),
            nanos.value(),
            nanos.interval(),
            configuration == Competitor.PEERTAP);
      }
      report.chart("hook-" + event, chart);
    }
  }

  private static void target(Samples samples, Report report, String event, Goal nanos, Goal ratio) {
    String ours = key(event, 1, Competitor.PEERTAP, "ns");
    Figures over = over(samples, event);
    double bytes = samples.median(key(event, 1, Competitor.PEERTAP, "B"));
    report.target(
        nanos,
        over.signed(1) + " ns, " + bytes(bytes) + " B",
        over.value() <= nanos.limit() && bytes < NOTHING);
    Figures share = Figures.ratio(samples, ours, key(event, 1, Competitor.HANDLER, "ns"));
    report.target(ratio, share.text(2), share.value() <= ratio.limit());
  }

  private static Figures over(Samples samples, String event) {
    return Figures.difference(
        samples, key(event, 1, Competitor.PEERTAP, "ns"), key(event, 1, Competitor.NONE, "ns"));
  }

  private static Table table(Samples samples, int threads) {
    List<String> header =
        new ArrayList<>(List.of(threads + (threads == 1 ? " thread" : " threads")));
    for (String event : EVENTS) {
      header.addAll(List.of(event + ", ns", "over the bare pipeline, ns", "B"));
    }
    Table table = new Table(header.toArray(String[]::new));
    for (Competitor configuration : configurations(threads)) {
      List<String> row = new ArrayList<>(List.of(configuration.title()));
      for (String event : EVENTS) {
        String nanos = key(event, threads, configuration, "ns");
        String bare = key(event, threads, Competitor.NONE, "ns");
        row.add(Figures.of(samples, nanos).text(1));
        row.add(
            configuration == Competitor.NONE
                ? "-"
                : Figures.difference(samples, nanos, bare).signed(1));
        row.add(bytes(samples.median(key(event, threads, configuration, "B"))));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static Table channels(Samples samples) {
    Table table = new Table("1 thread", "a channel opened and closed, ns", "over none, ns", "B");
    for (Competitor configuration : OF_CHANNELS) {
      String nanos = key(CHANNEL, 1, configuration, "ns");
      table.row(
          configuration.title(),
          Figures.of(samples, nanos).text(0),
          configuration == Competitor.NONE
              ? "-"
              : Figures.difference(samples, nanos, key(CHANNEL, 1, Competitor.NONE, "ns"))
                  .signed(0),
          String.format(Locale.ROOT, "%,.0f", samples.median(key(CHANNEL, 1, configuration, "B"))));
    }
    return table;
  }

  private static String bytes(double bytes) {
    return bytes < NOTHING ? "0" : String.format(Locale.ROOT, "%.2f", bytes);
  }

  private static String key(String event, int threads, Competitor configuration, String unit) {
    return event + '/' + threads + '/' + configuration.name() + '/' + unit;
  }

  private static String[] options(Competitor configuration, Setup setup) throws IOException {
    List<String> options = new ArrayList<>(configuration.options(setup));
    if (configuration == Competitor.PEERTAP) {
      options.add("-D" + Truth.PORT_FILE + '=' + Competitor.portFile(setup));
    } else if (configuration == Competitor.HANDLER) {
      options.add("-D" + Truth.HANDLER + "=true");
    }
    return options.toArray(String[]::new);
  }
}
