package io.peertap.benchmarks.scrape;

import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.Goal;
import io.peertap.benchmarks.report.LogChart;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import io.peertap.metric.Mirrors;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Time, allocation and size of a scrape, by connections, peers and families. */
public final class ScrapePart implements Part {

  private static final List<Integer> CONNECTIONS = List.of(100, 1_000, 10_000);
  private static final List<Integer> PEERS = List.of(50, 500);
  private static final List<Mirrors> FAMILIES = List.of(Mirrors.BASIC, Mirrors.ALL);
  private static final int LARGE = 10_000;
  private static final int LARGE_PEERS = 500;
  private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");
  private static final double MIB = 1 << 20;

  @Override
  public String name() {
    return "scrape";
  }

  @Override
  public double minutes() {
    return 1.5;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Jvm jvm = new Jvm(setup.directory());
    int scrapes = setup.form().scrapes();
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (int connections : CONNECTIONS) {
        for (int peers : PEERS) {
          for (Mirrors families : FAMILIES) {
            Samples one = jvm.run(HEAP, ScrapeCost.class, connections, peers, families, scrapes);
            for (String figure : one.names()) {
              samples.add(key(connections, peers, families, figure), one.median(figure));
            }
          }
        }
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    target(samples, report, Mirrors.BASIC, Goal.SCRAPE_BASIC);
    target(samples, report, Mirrors.ALL, Goal.SCRAPE_ALL);
    report.section(
        "Scrape",
        "Harvest of all connections, snapshot and text, to a stream that drops it, all connections"
            + " having moved bytes since the last. Each figure is the median of JVMs, of which each"
            + " tells the median of its scrapes. `peers.families=basic` and `all`.");
    Table table = new Table(
        "connections",
        "peers",
        "families",
        "series",
        "scrape, ms",
        "allocated, MiB",
        "text, MiB",
        "tick, ms");
    LogChart chart = new LogChart("Scrape, ms", "connections");
    for (int peers : PEERS) {
      for (Mirrors families : FAMILIES) {
        for (int connections : CONNECTIONS) {
          row(table, samples, connections, peers, families);
          chart.point(
              peers + " peers, " + families.name().toLowerCase(Locale.ROOT),
              connections,
              samples.median(key(connections, peers, families, "scrape, ms")));
        }
      }
    }
    report.add(table);
    report.chart("scrape", chart);
  }

  private static void row(
      Table table, Samples samples, int connections, int peers, Mirrors families) {
    table.row(
        String.format(Locale.ROOT, "%,d", connections),
        String.valueOf(peers),
        families.name().toLowerCase(Locale.ROOT),
        String.format(
            Locale.ROOT, "%,.0f", samples.median(key(connections, peers, families, "points"))),
        Figures.of(samples, key(connections, peers, families, "scrape, ms")).text(1),
        mib(samples, key(connections, peers, families, "scrape, B allocated")),
        mib(samples, key(connections, peers, families, "size, B")),
        Figures.of(samples, key(connections, peers, families, "tick, ms")).text(1));
  }

  private static void target(Samples samples, Report report, Mirrors families, Goal goal) {
    Figures time = Figures.of(samples, key(LARGE, LARGE_PEERS, families, "scrape, ms"));
    Figures allocated = Figures.of(
            samples, key(LARGE, LARGE_PEERS, families, "scrape, B allocated"))
        .in(MIB);
    report.target(
        goal,
        String.format(Locale.ROOT, "%,d connections and %d peers", LARGE, LARGE_PEERS),
        time.text(1) + " ms, " + allocated.text(2) + " MiB",
        time.value() <= goal.limit() && allocated.value() <= goal.secondLimit());
  }

  private static String mib(Samples samples, String key) {
    return Figures.of(samples, key).in(MIB).text(2);
  }

  private static String key(int connections, int peers, Mirrors families, String figure) {
    return connections + "/" + peers + "/" + families + "/" + figure;
  }
}
