package io.peertap.benchmarks.memory;

import io.peertap.benchmarks.Jvm;
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

/** Bytes: idle, for one more connection, for one more peer, for a family. */
public final class MemoryPart implements Part {

  private static final List<Competitor> AGENTS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.JMX, Competitor.OTEL);
  private static final List<String> FIGURES = List.of("rss", "heap", "nonheap");
  private static final List<String> SMALL = List.of("-Xms64m", "-Xmn8m");

  private static final int ENOUGH = 7;
  private static final int FEW = 1_000;
  private static final int MANY = 11_000;
  private static final int FEW_PEERS = 100;
  private static final int MANY_PEERS = 600;

  private static final double RSS_MB = 18;
  private static final double HEAP_MB = 8;
  private static final double CONNECTION_BYTES = 200;
  private static final double PEER_BYTES = 4096;
  private static final double MB = 1e6;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Jvm jvm = new Jvm(setup.directory());
    Samples samples = new Samples();
    for (int round = 0; round < rounds(setup); round++) {
      for (Competitor agent : AGENTS) {
        List<String> options = new ArrayList<>(SMALL);
        options.addAll(agent.options(setup));
        Samples idle = jvm.run(options, IdleHost.class);
        FIGURES.forEach(name -> samples.add("idle/" + agent + '/' + name, idle.median(name)));
        samples.add("idle/" + agent + "/used", idle.median("heap") + idle.median("nonheap"));
      }
      samples.add(
          "connection",
          connection(jvm, setup, Competitor.PEERTAP) - connection(jvm, setup, Competitor.NONE));
      Samples few = jvm.run(List.of(), PeersHost.class, MANY_PEERS, FEW_PEERS);
      Samples many = jvm.run(List.of(), PeersHost.class, MANY_PEERS, MANY_PEERS);
      samples.add("peer", (many.median("heap") - few.median("heap")) / (MANY_PEERS - FEW_PEERS));
      Samples one = jvm.run(List.of(), PeersHost.class, 1, 1);
      samples.add("family", one.median("heap") / one.median("families"));
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, "idle agent, RSS at -Xms64m -Xmn8m", "rss", RSS_MB);
    target(samples, report, "idle agent, heap and non-heap", "used", HEAP_MB);
    report.headline(String.format(
        Locale.ROOT,
        "%.0f MB of memory to a process",
        added(samples, Competitor.PEERTAP, "rss").value()));
    Figures connection = Figures.of(samples, "connection");
    report.target(
        "one more connection",
        String.format(Locale.ROOT, "≤ %.0f B", CONNECTION_BYTES),
        connection.text(0) + " B",
        connection.value() <= CONNECTION_BYTES);
    Figures peer = Figures.of(samples, "peer");
    report.target(
        "one more peer, all its series",
        String.format(Locale.ROOT, "≤ %.0f B", PEER_BYTES),
        peer.text(0) + " B",
        peer.value() <= PEER_BYTES);
    report.section(
        "Memory",
        "*Idle*: a Netty server with one connection over which nothing is said, `-XX:+UseSerialGC"
            + " -Xms64m -Xmn8m`, resident memory after three seconds, heap after collections, what"
            + " is used beside it. *One more connection*: heap of "
            + String.format(Locale.ROOT, "%,d", MANY)
            + " Netty channels less that of " + String.format(Locale.ROOT, "%,d", FEW)
            + ", with the agent less without. *One more peer*: the record layer alone, as many"
            + " connections to more peers, all families with a series by peer. *A family*: the"
            + " record layer with one connection, divided by its families.");
    Table table = new Table("idle, added MB", "RSS", "heap", "non-heap");
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

  private static void target(
      Samples samples, Report report, String what, String figure, double limit) {
    Figures added = added(samples, Competitor.PEERTAP, figure);
    report.target(
        what,
        String.format(Locale.ROOT, "≤ %.0f MB", limit),
        added.signed(1) + " MB",
        added.value() <= limit);
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

  /** Memory differs little from start to start. */
  private static int rounds(Setup setup) {
    return Math.min(setup.form().starts(), ENOUGH);
  }
}
