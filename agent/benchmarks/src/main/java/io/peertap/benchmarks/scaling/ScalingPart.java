package io.peertap.benchmarks.scaling;

import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.LogChart;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import io.peertap.benchmarks.startup.FirstConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nanoseconds of a message by channels, and milliseconds of a start by rules. */
public final class ScalingPart implements Part {

  private static final List<Integer> CHANNELS = List.of(1, 10, 100, 1_000, 10_000);
  private static final List<Integer> RULES = List.of(1, 10, 100, 1_000);
  private static final List<Integer> STREAMS = List.of(100, 1_000, 10_000, 100_000);
  private static final List<Integer> METHODS = List.of(1, 10, 100, 500);

  @Override
  public String name() {
    return "scaling";
  }

  @Override
  public double minutes() {
    return 1.5;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (int channels : CHANNELS) {
        for (Competitor agent : List.of(Competitor.NONE, Competitor.PEERTAP)) {
          samples.add(key(channels, agent), nanos(setup, agent, channels));
        }
      }
      for (int streams : STREAMS) {
        samples.add(
            "streams/" + streams,
            new Jvm(setup.directory())
                .run(List.of(), StreamsHost.class, streams)
                .median("millis"));
      }
      for (int rules : RULES) {
        samples.add("rules/" + rules, start(setup, rules));
      }
      for (int methods : METHODS) {
        samples.add("methods/" + methods, startWithMethods(setup, methods));
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Scaling",
        "*Channels*: a message to and from each of so many channels in turn, in memory, one"
            + " thread. *Rules*: CPU time of a JVM until its first connection with so many rules"
            + " on methods, which fit none of its classes. *Hooks*: the same with one rule that"
            + " fits most methods of Netty's buffers, of which so many are hooked at most."
            + " *Streams*: CPU time of a tick that brings in what so many streams of one connection"
            + " moved. Scrapes by connections and peers are above.");
    LogChart chart = new LogChart("A message to and fro, ns", "channels");
    Table table = new Table("channels", "no agent, ns", "peertap, ns", "times");
    for (int channels : CHANNELS) {
      String none = key(channels, Competitor.NONE);
      String ours = key(channels, Competitor.PEERTAP);
      table.row(
          String.format(Locale.ROOT, "%,d", channels),
          Figures.of(samples, none).text(0),
          Figures.of(samples, ours).text(0),
          Figures.ratio(samples, ours, none).text(2));
      chart.point(Competitor.PEERTAP.title(), channels, samples.median(ours));
      chart.point(Competitor.NONE.title(), channels, samples.median(none));
    }
    report.add(table);
    report.chart("scaling-channels", chart);
    LogChart starts =
        new LogChart("CPU until the first connection, ms", "rules, or methods that one hooks");
    Table rules = new Table("rules", "CPU ms");
    for (int count : RULES) {
      rules.row(
          String.format(Locale.ROOT, "%,d", count),
          Figures.of(samples, "rules/" + count).text(0));
      starts.point("rules", count, samples.median("rules/" + count));
    }
    Table methods = new Table("hooked methods", "CPU ms");
    for (int count : METHODS) {
      methods.row(
          String.format(Locale.ROOT, "%,d", count),
          Figures.of(samples, "methods/" + count).text(0));
      starts.point("methods hooked", count, samples.median("methods/" + count));
    }
    Table streams = new Table("streams", "tick, CPU ms");
    LogChart ticks = new LogChart("A tick, ms", "streams");
    for (int count : STREAMS) {
      streams.row(
          String.format(Locale.ROOT, "%,d", count),
          Figures.of(samples, "streams/" + count).text(2));
      ticks.point("peertap", count, samples.median("streams/" + count));
    }
    report.add(rules);
    report.add(methods);
    report.chart("scaling-rules", starts);
    report.add(streams);
    report.chart("scaling-streams", ticks);
  }

  private static double nanos(Setup setup, Competitor agent, int channels)
      throws IOException, InterruptedException {
    Jvm jvm = new Jvm(setup.directory());
    return (agent == Competitor.PEERTAP
            ? jvm.run(
                agent.options(setup), ChannelsHost.class, channels, Competitor.portFile(setup))
            : jvm.run(agent.options(setup), ChannelsHost.class, channels))
        .median("nanos");
  }

  /** Rules that name classes of their own, which is what most rules are to most classes. */
  private static double start(Setup setup, int rules) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>(List.of("port=0"));
    for (int i = 0; i < rules; i++) {
      lines.add("operations.op" + i + ".methods=com.acme.part" + i + ".Worker#work(*)");
    }
    return start(setup, lines);
  }

  /** One rule that fits more methods than may be hooked. */
  private static double startWithMethods(Setup setup, int methods)
      throws IOException, InterruptedException {
    return start(
        setup,
        List.of(
            "port=0",
            "operations.methods.max=" + methods,
            "operations.buffers.budget=" + methods,
            "operations.buffers.methods=io.netty.buffer.**#*"));
  }

  private static double start(Setup setup, List<String> lines)
      throws IOException, InterruptedException {
    Path file = Files.write(setup.directory().resolve("rules.properties"), lines);
    return new Child(setup.directory())
        .cpuMillis(Jvm.command(
            List.of("-javaagent:" + setup.agent() + "=config=" + file), FirstConnection.class));
  }

  private static String key(int channels, Competitor agent) {
    return "channels/" + channels + '/' + agent;
  }
}
