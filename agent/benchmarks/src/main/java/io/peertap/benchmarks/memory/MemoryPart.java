package io.peertap.benchmarks.memory;

import io.peertap.benchmarks.Jvm;
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

/** Bytes: idle, for one more connection, for one more peer, for a family. */
public final class MemoryPart implements Part {

  private static final List<Competitor> AGENTS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.JMX, Competitor.OTEL);
  private static final List<String> FIGURES =
      List.of("rss", "heap", "nonheap", "metaspace", "native");
  private static final List<String> SMALL = List.of("-Xms64m", "-Xmn8m");

  private static final int FEW = 1_000;
  private static final int MANY = 11_000;
  private static final int FEW_PEERS = 100;
  private static final int MANY_PEERS = 600;

  private static final double MB = 1e6;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public double minutes() {
    return 2.5;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Jvm jvm = new Jvm(setup.directory());
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (Competitor agent : AGENTS) {
        List<String> options = new ArrayList<>(SMALL);
        options.addAll(agent.options(setup));
        Samples idle = jvm.run(options, IdleHost.class);
        options.add(Native.OPTION);
        idle.add("native", jvm.run(options, IdleHost.class, "native").median("native"));
        FIGURES.forEach(name -> samples.add("idle/" + agent + '/' + name, idle.median(name)));
        samples.add("idle/" + agent + "/used", idle.median("heap") + idle.median("nonheap"));
      }
      samples.add(
          "connection",
          connection(jvm, setup, Competitor.PEERTAP) - connection(jvm, setup, Competitor.NONE));
      Samples few = jvm.run(List.of(), PeersHost.class, MANY_PEERS, FEW_PEERS);
      Samples many = jvm.run(List.of(), PeersHost.class, MANY_PEERS, MANY_PEERS);
      samples.add("peer", (many.median("heap") - few.median("heap")) / (MANY_PEERS - FEW_PEERS));
      samples.addAll(jvm.run(List.of(), FamiliesHost.class));
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, Goal.RESIDENT, "rss");
    target(samples, report, Goal.USED, "used");
    report.headline(String.format(
        Locale.ROOT,
        "%.0f MB of memory to a process",
        added(samples, Competitor.PEERTAP, "rss").value()));
    Figures connection = Figures.of(samples, "connection");
    report.target(
        Goal.CONNECTION, connection.text(0) + " B", connection.value() <= Goal.CONNECTION.limit());
    Figures peer = Figures.of(samples, "peer");
    report.target(Goal.PEER, peer.text(0) + " B", peer.value() <= Goal.PEER.limit());
    report.section(
        "Memory",
        "*Idle*: a Netty server with one connection over which nothing is said, `-XX:+UseSerialGC"
            + " -Xms64m -Xmn8m`, resident memory after two seconds, heap after collections, what"
            + " is used beside it, of this what classes take, and, by the JVM's own tracking in"
            + " JVMs of their own, what is committed to all but the heap. *One more connection*: heap of "
            + String.format(Locale.ROOT, "%,d", MANY)
            + " Netty channels less that of " + String.format(Locale.ROOT, "%,d", FEW)
            + ", with the agent less without. *One more peer*: the record layer alone, as many"
            + " connections to more peers, all families with a series by peer. *A family*: 50"
            + " record layers with one connection each, divided by their families.");
    Table table =
        new Table("idle, added MB", "RSS", "heap", "non-heap", "metaspace", "native, committed");
    BarChart chart = new BarChart("Resident memory added by an idle agent, MB");
    for (Competitor agent : AGENTS) {
      if (agent != Competitor.NONE) {
        List<String> row = new ArrayList<>(List.of(agent.title()));
        FIGURES.forEach(name -> row.add(added(samples, agent, name).signed(1)));
        table.row(row.toArray(String[]::new));
        Figures rss = added(samples, agent, "rss");
        chart.bar(agent.title(), rss.value(), rss.interval(), agent == Competitor.PEERTAP);
      }
    }
    report.add(table);
    report.chart("memory-idle", chart);
    report.add(new Table("one more", "bytes")
        .row("connection", connection.text(0))
        .row("peer", peer.text(0))
        .row("family", Figures.of(samples, "family").text(0)));
  }

  private static void target(Samples samples, Report report, Goal goal, String figure) {
    Figures added = added(samples, Competitor.PEERTAP, figure);
    report.target(goal, added.signed(1) + " MB", added.value() <= goal.limit());
  }

  private static Figures added(Samples samples, Competitor agent, String figure) {
    return Figures.difference(
            samples, "idle/" + agent + '/' + figure, "idle/" + Competitor.NONE + '/' + figure)
        .in(MB);
  }

  private static double connection(Jvm jvm, Setup setup, Competitor agent)
      throws IOException, InterruptedException {
    return (connections(jvm, setup, agent, MANY) - connections(jvm, setup, agent, FEW))
        / (MANY - FEW);
  }

  private static double connections(Jvm jvm, Setup setup, Competitor agent, int count)
      throws IOException, InterruptedException {
    List<String> options = agent.options(setup);
    return (agent == Competitor.PEERTAP
            ? jvm.run(options, ConnectionsHost.class, count, Competitor.portFile(setup))
            : jvm.run(options, ConnectionsHost.class, count))
        .median("heap");
  }
}
