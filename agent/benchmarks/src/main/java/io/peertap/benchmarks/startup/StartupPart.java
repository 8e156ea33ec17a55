package io.peertap.benchmarks.startup;

import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Jdk;
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
import io.peertap.benchmarks.startup.Comparison.Configuration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** CPU time until a JVM has said hello, and until it has accepted its first connection. */
public final class StartupPart implements Part {

  private static final int NEWEST = 25;
  private static final double MILLIS_PER_SECOND = 1000;
  private static final String EMPTY = "EMPTY";
  private static final String CLASSES = "archived";
  private static final String CACHE = "cached";
  private static final List<String> HELLO =
      List.of(EMPTY, Competitor.NONE.name(), Competitor.PEERTAP.name());
  private static final List<Competitor> AGENTS =
      List.of(Competitor.NONE, Competitor.PEERTAP, Competitor.JMX, Competitor.OTEL);

  @Override
  public String name() {
    return "startup";
  }

  @Override
  public double minutes() {
    return 3;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Child child = new Child(setup.directory());
    Path empty = Jars.emptyAgent(setup.directory());
    String hosts = Jars.hosts(setup.directory()).toString();
    Samples samples = new Samples();
    List<Comparison> comparisons = new ArrayList<>();
    for (Jdk jdk : jdks()) {
      Host hello = new Host(jdk, Hello.class, hosts);
      Host connection = StartupBenchmark.firstConnection(jdk, hosts);
      new Recording(connection, setup.directory(), child).verify(setup.agent());
      samples.add(key(jdk, "hello", "nothing"), nothing(hello, setup, child));
      List<Configuration> starts = new ArrayList<>();
      starts.add(new Configuration(key(jdk, "hello", EMPTY), hello.withAgent(empty)));
      for (Competitor agent : List.of(Competitor.NONE, Competitor.PEERTAP)) {
        starts.add(configuration(hello, jdk, "hello", agent, setup));
      }
      for (Competitor agent : AGENTS) {
        starts.add(configuration(connection, jdk, "connection", agent, setup));
      }
      for (Competitor agent : List.of(Competitor.NONE, Competitor.PEERTAP)) {
        starts.addAll(archived(connection, jdk, agent, setup, child));
      }
      comparisons.add(new Comparison(starts, 0));
    }
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (Comparison comparison : comparisons) {
        comparison.round(child, samples);
      }
    }
    return samples;
  }

  /** How many classes of Byte Buddy hello world loads, and ports it takes. */
  private static double nothing(Host hello, Setup setup, Child child)
      throws IOException, InterruptedException {
    ClassLog log = new ClassLog(setup.directory());
    Files.deleteIfExists(Competitor.portFile(setup));
    List<String> options = new ArrayList<>(Competitor.PEERTAP.options(setup));
    options.add(log.flag());
    child.cpuMillis(hello.with(options.toArray(String[]::new)));
    long classes =
        log.lines().stream().filter(line -> line.contains("net.bytebuddy")).count();
    return classes + (Files.exists(Competitor.portFile(setup)) ? 1 : 0);
  }

  /** The first connection with classes kept from an earlier one. */
  private static List<Configuration> archived(
      Host host, Jdk jdk, Competitor agent, Setup setup, Child child)
      throws IOException, InterruptedException {
    List<String> options = agent.options(setup);
    Path directory = setup.directory();
    Archive classes = Archive.classes(directory.resolve("classes-" + jdk.feature() + ".jsa"))
        .made(host, child, List.of())
        .verify(host, child, directory, options);
    List<Configuration> all = new ArrayList<>();
    all.add(new Configuration(key(jdk, CLASSES, agent.name()), classes.command(host, options)));
    if (jdk.feature() >= NEWEST) {
      Archive cache = Archive.cache(directory.resolve(agent.name() + ".aot"))
          .made(host, child, options)
          .verify(host, child, directory, options);
      all.add(new Configuration(key(jdk, CACHE, agent.name()), cache.command(host, options)));
    }
    return all;
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Start",
        "CPU time, user and system, of one whole JVM. *Hello* prints one line; *connection* ends"
            + " when a Netty server's first accepted channel is active. It is checked first that"
            + " the agent records that connection. An AppCDS archive (`-XX:ArchiveClassesAtExit`)"
            + " is made without an agent and serves with one; a cache of the JDK 25"
            + " (`-XX:AOTCacheOutput`) has to be trained with the agent, see"
            + " [measurements.md](measurements.md#class-data-sharing). It is checked that classes come"
            + " from them.");
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
        Goal.HELLO, "JDK " + feature, hello.signed(0) + " ms", hello.value() <= Goal.HELLO.limit());
    double nothing = samples.median(key(feature, "hello", "nothing"));
    report.target(
        Goal.HELLO_NOTHING,
        "JDK " + feature,
        String.format(Locale.ROOT, "%.0f", nothing),
        nothing <= Goal.HELLO_NOTHING.limit());
    String none = key(feature, "connection", Competitor.NONE.name());
    Figures first =
        Figures.difference(samples, key(feature, "connection", Competitor.PEERTAP.name()), none);
    if (feature == Runtime.version().feature()) {
      report.headline(String.format(
          Locale.ROOT,
          "%.2f s of CPU time to a start up to the first connection",
          first.value() / MILLIS_PER_SECOND));
    }
    report.target(
        Goal.FIRST_CONNECTION,
        "JDK " + feature,
        first.signed(0) + " ms",
        first.value() <= Goal.FIRST_CONNECTION.limit());
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
    report.add(archives(samples, feature));
  }

  private static Table archives(Samples samples, int feature) {
    Table table = new Table("JDK " + feature, "no agent, CPU ms", "peertap, CPU ms", "added, ms");
    for (String what : List.of("connection", CLASSES, CACHE)) {
      String none = key(feature, what, Competitor.NONE.name());
      String ours = key(feature, what, Competitor.PEERTAP.name());
      if (samples.has(none)) {
        table.row(
            switch (what) {
              case CLASSES -> "connection, with an AppCDS archive";
              case CACHE -> "connection, with an AOT cache trained with the same agent";
              default -> "connection";
            },
            Figures.of(samples, none).text(0),
            Figures.of(samples, ours).text(0),
            Figures.difference(samples, ours, none).signed(0));
      }
    }
    return table;
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
