package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.BarChart;
import io.peertap.benchmarks.report.Figures;
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
  private static final List<String> EVENTS = List.of("read", "write");

  /** Below this, it is the profiler's own. */
  private static final double NOTHING = 0.01;

  @Override
  public String name() {
    return "hook";
  }

  @Override
  public Samples measure(Setup setup) throws IOException {
    Samples samples = new Samples();
    Fork fork = new Fork(setup.form());
    for (int round = 0; round < setup.form().hookRounds(); round++) {
      for (int threads = 1; threads <= setup.form().threads(); threads++) {
        for (String event : EVENTS) {
          for (Competitor configuration : CONFIGURATIONS) {
            Fork.Result result = fork.run(
                HookCalls.class.getName() + '.' + event, threads, options(configuration, setup));
            samples.add(key(event, threads, configuration, "ns"), result.nanos());
            samples.add(key(event, threads, configuration, "B"), result.bytes());
          }
        }
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, "read", "read hook", 3, 0.70);
    target(samples, report, "write", "write and flush hooks", 6, 0.82);
    report.headline(String.format(
        Locale.ROOT,
        "%.1f ns to a message that is read and %.1f ns to one that is written",
        over(samples, "read").value(),
        over(samples, "write").value()));
    report.section(
        "Hooks",
        "JMH, average time of one message on a channel without a kernel behind it but with a real"
            + " outbound buffer. In each round every configuration has a JVM of its own; ratios and"
            + " differences are of the same round. A run fails unless what was counted equals"
            + " what passed. The handler by hand counts received bytes, sent bytes and sent"
            + " messages with counters whose labels are resolved; the agent also knows what waits"
            + " and how long. OpenTelemetry counts nothing here.");
    for (int threads = 1; samples.has(key("read", threads, Competitor.NONE, "ns")); threads++) {
      report.add(table(samples, threads));
    }
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

  private static void target(
      Samples samples, Report report, String event, String what, double nanos, double ratio) {
    String ours = key(event, 1, Competitor.PEERTAP, "ns");
    Figures over = over(samples, event);
    double bytes = samples.median(key(event, 1, Competitor.PEERTAP, "B"));
    report.target(
        what + " over the bare pipeline",
        String.format(Locale.ROOT, "≤ +%.0f ns, 0 B", nanos),
        over.signed(1) + " ns, " + bytes(bytes) + " B",
        over.value() <= nanos && bytes < NOTHING);
    Figures share = Figures.ratio(samples, ours, key(event, 1, Competitor.HANDLER, "ns"));
    report.target(
        what + ", time against a handler by hand",
        String.format(Locale.ROOT, "≤ %.2f", ratio),
        share.text(2),
        share.value() <= ratio);
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
    for (Competitor configuration : CONFIGURATIONS) {
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
