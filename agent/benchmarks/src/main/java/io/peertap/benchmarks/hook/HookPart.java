package io.peertap.benchmarks.hook;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.jmh.Trial;
import io.peertap.benchmarks.jmh.Trial.Time;
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

  private static final Trial READ =
      Trial.of(HookCalls.class, "read", 1, Time.WALL, Competitor.HANDLER, Competitor.OTEL);
  private static final Trial WRITE =
      Trial.of(HookCalls.class, "write", 1, Time.WALL, Competitor.HANDLER, Competitor.OTEL);
  private static final Trial READ_BY_TWO =
      Trial.of(HookCalls.class, "read", 2, Time.WALL, Competitor.HANDLER);
  private static final Trial WRITE_BY_TWO =
      Trial.of(HookCalls.class, "write", 2, Time.WALL, Competitor.HANDLER);
  private static final Trial CHANNEL = Trial.of(ChannelCalls.class, "channel", 1, Time.WALL);

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
    return Trial.measure(this, setup, List.of(READ, WRITE, READ_BY_TWO, WRITE_BY_TWO, CHANNEL));
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, READ, Goal.READ, Goal.READ_SHARE);
    target(samples, report, WRITE, Goal.WRITE, Goal.WRITE_SHARE);
    report.headline(String.format(
        Locale.ROOT,
        "%.0f ns under JMH to a message that comes in and goes out",
        READ.over(samples, Competitor.PEERTAP).value()
            + WRITE.over(samples, Competitor.PEERTAP).value()));
    report.section(
        "Hooks",
        "JMH, average time of one message on a channel without a kernel behind it but with a real"
            + " outbound buffer. In each round every configuration has a JVM of its own; ratios and"
            + " differences are of the same round. A run fails unless what was counted equals"
            + " what passed. The handler by hand counts received bytes, sent bytes and sent"
            + " messages with counters whose labels are resolved; the agent also knows what waits"
            + " and how long. OpenTelemetry counts nothing here. A channel"
            + " that is opened and closed again passes nothing.");
    report.add(table(samples, "1 thread", READ, WRITE));
    report.add(table(samples, "2 threads", READ_BY_TWO, WRITE_BY_TWO));
    report.add(rows(
        new Table("1 thread", "a channel opened and closed, ns", "over none, ns", "B"),
        samples,
        CHANNEL));
    chart(samples, report, READ);
    chart(samples, report, WRITE);
  }

  private static void target(Samples samples, Report report, Trial trial, Goal nanos, Goal ratio) {
    Figures over = trial.over(samples, Competitor.PEERTAP);
    report.target(
        nanos,
        over.signed(1) + " ns, " + trial.bytesText(samples, Competitor.PEERTAP) + " B",
        over.value() <= nanos.limit() && trial.isFree(samples, Competitor.PEERTAP));
    Figures share =
        Figures.ratio(samples, trial.nanos(Competitor.PEERTAP), trial.nanos(Competitor.HANDLER));
    report.target(ratio, share.text(2), share.value() <= ratio.limit());
  }

  private static Table table(Samples samples, String threads, Trial read, Trial write) {
    String over = "over the bare pipeline, ns";
    return rows(
        new Table(threads, "read, ns", over, "B", "write, ns", over, "B"), samples, read, write);
  }

  private static Table rows(Table table, Samples samples, Trial... trials) {
    for (Competitor configuration : trials[0].configurations()) {
      List<String> row = new ArrayList<>(List.of(configuration.title()));
      for (Trial trial : trials) {
        row.add(trial.nanosText(samples, configuration));
        row.add(trial.overText(samples, configuration));
        row.add(trial.bytesText(samples, configuration));
      }
      table.row(row.toArray(String[]::new));
    }
    return table;
  }

  private static void chart(Samples samples, Report report, Trial trial) {
    BarChart chart = new BarChart("One " + trial.name() + ", ns, one thread");
    for (Competitor configuration : trial.configurations()) {
      Figures nanos = Figures.of(samples, trial.nanos(configuration));
      chart.bar(
          configuration.title(),
          nanos.value(),
          nanos.interval(),
          configuration == Competitor.PEERTAP);
    }
    report.chart("hook-" + trial.name(), chart);
  }
}
