package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Jdk;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.BarChart;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import io.peertap.benchmarks.startup.Comparison.Configuration;
import io.peertap.benchmarks.startup.Comparison.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CPU time until a JVM has said hello, and until it has accepted its first connection. */
public final class StartupPart implements Part {

  private static final int NEWEST = 25;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final double HELLO_MILLIS = 25;
  private static final double CONNECTION_MILLIS = 300;
  private static final String EMPTY = "EMPTY";
  private static final List<String> HELLO =
      List.of(EMPTY, Competitor.NONE.name(), Competitor.PEERTAP.name());
  private static final List<Competitor> AGENTS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.JMX, Competitor.OTEL);

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Child child = new Child(setup.directory());
    Path empty = Jars.emptyAgent(setup.directory());
    String hosts = Jars.hosts(setup.directory()).toString();
    Samples samples = new Samples();
    for (Jdk jdk : jdks()) {
      Host hello = new Host(jdk, Hello.class, hosts);
      Host connection = StartupBenchmark.firstConnection(jdk, hosts);
      new Recording(connection, setup.directory(), child).verify(setup.agent());
      List<Configuration> starts = new ArrayList<>();
      starts.add(new Configuration(key(jdk, "hello", EMPTY), hello.withAgent(empty)));
      for (Competitor agent : List.of(Competitor.NONE, Competitor.PEERTAP)) {
        starts.add(configuration(hello, jdk, "hello", agent, setup));
      }
      for (Competitor agent : AGENTS) {
        starts.add(configuration(connection, jdk, "connection", agent, setup));
      }
      for (Series series : new Comparison(starts, 0).run(setup.form().starts(), child)) {
        for (double millis : series.millis()) {
          samples.add(series.name(), millis);
        }
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Start",
        "CPU time, user and system, of one whole JVM. *Hello* prints one line; *connection* ends"
            + " when a Netty server's first accepted channel is active. It is checked first that"
            + " the agent records that connection. Class-data sharing has its table in"
            + " [measurements.md](measurements.md).");
    for (int feature : List.of(Runtime.version().feature(), NEWEST)) {
      if (samples.has(key(feature, "hello", EMPTY))) {
        report(samples, report, feature);
      }
    }
  }

  private static void report(Samples samples, Report report, int feature) {
    Figures hello = Figures.difference(
        samples, key(feature, "hello", Competitor.PEERTAP.name()), key(feature, "hello", EMPTY));
    report.target(
        "hello world, CPU over an empty agent, JDK " + feature,
        String.format(Locale.ROOT, "≤ %.0f ms", HELLO_MILLIS),
        hello.signed(0) + " ms",
        hello.value() <= HELLO_MILLIS);
    String none = key(feature, "connection", Competitor.NONE.name());
    Figures first =
        Figures.difference(samples, key(feature, "connection", Competitor.PEERTAP.name()), none);
    if (feature == Runtime.version().feature()) {
      report.headline(String.format(
          Locale.ROOT, "%.2f s of CPU time to a start", first.value() / MILLIS_PER_SECOND));
    }
    report.target(
        "first accepted connection, CPU over no agent, JDK " + feature,
        String.format(Locale.ROOT, "≤ %.0f ms", CONNECTION_MILLIS),
        first.signed(0) + " ms",
        first.value() <= CONNECTION_MILLIS);
    Table table = new Table("JDK " + feature, "CPU ms", "over the first row, ms");
    String reference = key(feature, "hello", HELLO.get(0));
    for (String name : HELLO) {
      row(table, samples, "hello, " + title(name), key(feature, "hello", name), reference);
    }
    report.add(table);
    table = new Table("JDK " + feature, "CPU ms", "over the first row, ms");
    BarChart chart = new BarChart("CPU added until the first connection, ms, JDK " + feature);
    for (Competitor agent : AGENTS) {
      String key = key(feature, "connection", agent.name());
      row(table, samples, "connection, " + agent.title(), key, none);
      if (agent != Competitor.NONE) {
        Figures added = Figures.difference(samples, key, none);
        chart.bar(agent.title(), added.value(), added.interval(), agent == Competitor.PEERTAP);
      }
    }
    report.add(table);
    report.chart("startup-" + feature, chart);
  }

  private static void row(
      Table table, Samples samples, String title, String key, String reference) {
    table.row(
        title,
        Figures.of(samples, key).text(0),
        key.equals(reference)
            ? "-"
            : Figures.difference(samples, key, reference).signed(0));
  }

  private static Configuration configuration(
      Host host, Jdk jdk, String what, Competitor agent, Setup setup) throws IOException {
    return new Configuration(
        key(jdk, what, agent.name()), host.with(agent.options(setup).toArray(String[]::new)));
  }

  private static List<Jdk> jdks() throws IOException {
    List<Jdk> jdks = new ArrayList<>(List.of(Jdk.current()));
    Optional<Jdk> newest = Jdk.installed(NEWEST);
    if (newest.isPresent() && Jdk.current().feature() != NEWEST) {
      jdks.add(newest.get());
    }
    return jdks;
  }

  private static String title(String name) {
    return name.equals(EMPTY) ? "empty agent" : Competitor.valueOf(name).title();
  }

  private static String key(Jdk jdk, String what, String agent) throws IOException {
    return key(jdk.feature(), what, agent);
  }

  private static String key(int feature, String what, String agent) {
    return feature + "/" + what + "/" + agent;
  }
}
