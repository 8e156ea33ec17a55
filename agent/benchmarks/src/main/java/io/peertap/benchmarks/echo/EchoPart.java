package io.peertap.benchmarks.echo;

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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * CPU time of a message. JVMs of all configurations are started and warmed up; then each exchanges
 * for a moment in turn while the others stand still, some times over. The medians of these moments
 * are one sample of each: what the compiler makes of a JVM stays, so that moments of the same one
 * say the same. So it goes on with new JVMs: of all configurations for as many rounds as an interval
 * needs, and then of the first against none until their ratio is known well enough or the time is up.
 */
public final class EchoPart implements Part {

  /** Half of the interval of a ratio that is known well enough. */
  private static final double ENOUGH = 0.02;

  /** As many as an interval needs. */
  private static final int ROUNDS_OF_ALL = 6;

  /** None, and the first configuration. */
  private static final int PAIR = 2;

  private static final double MINUTES_OF_ALL = 6.5;
  private static final double MINUTES_OF_PAIRS = 1.5;

  private final Exchange exchange;
  private final List<Competitor> competitors;

  /** Of an exchange, such as {@code 64x1-tls}: size, messages in flight, TLS. */
  public EchoPart(String exchange, Competitor... competitors) {
    this.exchange = Exchange.parse(exchange);
    this.competitors = List.of(competitors);
  }

  @Override
  public String name() {
    return "echo-" + exchange.name();
  }

  @Override
  public double minutes() {
    return competitors.size() > 1 ? MINUTES_OF_ALL : MINUTES_OF_PAIRS;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Path keys = Keys.create(setup.directory());
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (!(rounds.begun() > 0 && isKnown(samples)) && rounds.next()) {
      generation(
          all().subList(0, rounds.begun() <= ROUNDS_OF_ALL ? all().size() : PAIR),
          setup,
          keys,
          samples);
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    Figures ours = ratio(samples, Competitor.PEERTAP, Competitor.NONE);
    boolean pipelined = exchange.inFlight() > 1 && !exchange.tls() && competitors.size() > 1;
    if (pipelined) {
      report.target(
          Goal.ECHO,
          exchange.title(),
          ours.text(3),
          ours.known() && ours.interval().high() <= Goal.ECHO.limit());
      for (Competitor competitor :
          List.of(Competitor.OTEL, Competitor.SHAPING, Competitor.HANDLER)) {
        Figures theirs = ratio(samples, Competitor.PEERTAP, competitor);
        report.target(
            Goal.ECHO_OTHERS,
            exchange.title() + ", " + competitor.title(),
            theirs.text(3),
            theirs.value() < Goal.ECHO_OTHERS.limit());
      }
    }
    report.section("Echo, " + exchange.title(), introduction(samples));
    report.add(table(samples));
    report.chart(name(), chart(samples));
  }

  private String introduction(Samples samples) {
    return "Both sides in one JVM over loopback, four connections, "
        + exchange.sockets().title()
        + ", `"
        + exchange.collector()
        + "`; CPU time of the process, user and system, of a million messages there and back. New JVMs"
        + " took turns"
        + (competitors.size() > 1 ? ", those of others for " + ROUNDS_OF_ALL + " rounds," : "")
        + " until "
        + (isKnown(samples)
            ? "the agent's ratio was known to ±2 %"
            : "the time was up, before the agent's ratio was known to ±2 %")
        + ". The agent's counts were checked against the messages."
        + exchange.note();
  }

  private String table(Samples samples) {
    Table table = new Table("configuration", "JVMs", "CPU s per million", "times no agent");
    for (Competitor competitor : all()) {
      table.row(
          competitor.title(),
          String.valueOf(samples.of(competitor.name()).length),
          Figures.of(samples, competitor.name()).text(3),
          competitor == Competitor.NONE
              ? "1"
              : ratio(samples, competitor, Competitor.NONE).text(3));
    }
    return table.toString();
  }

  private BarChart chart(Samples samples) {
    BarChart chart = new BarChart("CPU of a message, " + exchange.title() + ", times no agent");
    for (Competitor competitor : competitors) {
      Figures ratio = ratio(samples, competitor, Competitor.NONE);
      chart.bar(
          competitor.title(), ratio.value(), ratio.interval(), competitor == Competitor.PEERTAP);
    }
    return chart;
  }

  private void generation(List<Competitor> configurations, Setup setup, Path keys, Samples samples)
      throws IOException, InterruptedException {
    List<EchoJvm> jvms = new ArrayList<>();
    try {
      for (Competitor competitor : configurations) {
        jvms.add(new EchoJvm(setup, exchange, competitor, keys));
        double unused = jvms.get(jvms.size() - 1).run(setup.form().warmUp());
      }
      Samples windows = new Samples();
      for (int window = 0; window < setup.form().windows(); window++) {
        for (EchoJvm jvm : jvms) {
          windows.add(jvm.competitor().name(), jvm.run(setup.form().window()));
        }
      }
      for (EchoJvm jvm : jvms) {
        jvm.check();
      }
      windows.names().forEach(name -> samples.add(name, windows.median(name)));
    } finally {
      jvms.forEach(EchoJvm::close);
    }
  }

  private boolean isKnown(Samples samples) {
    Figures ratio = ratio(samples, competitors.get(0), Competitor.NONE);
    return ratio.known() && ratio.interval().halfWidth() <= ENOUGH;
  }

  private List<Competitor> all() {
    List<Competitor> all = new ArrayList<>(List.of(Competitor.NONE));
    all.addAll(competitors);
    return all;
  }

  /** Of the rounds that had both. */
  private static Figures ratio(Samples samples, Competitor competitor, Competitor reference) {
    int rounds =
        Math.min(samples.of(competitor.name()).length, samples.of(reference.name()).length);
    return Figures.ratio(samples.first(rounds), competitor.name(), reference.name());
  }
}
