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
 * say the same. So it goes on with new JVMs until the ratios are known well enough or the time is up.
 */
public final class EchoPart implements Part {

  /** Half of the interval of a ratio that is known well enough. */
  private static final double ENOUGH = 0.03;

  private static final double MINUTES_OF_ALL = 4.5;
  private static final double MINUTES_OF_PAIRS = 1;

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
      generation(setup, keys, samples);
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    Figures ours = ratio(samples, Competitor.PEERTAP);
    boolean pipelined = exchange.inFlight() > 1 && !exchange.tls() && competitors.size() > 1;
    if (pipelined) {
      report.target(
          Goal.ECHO,
          exchange.title(),
          ours.text(3),
          ours.known() && ours.interval().high() <= Goal.ECHO.limit());
      for (Competitor competitor :
          List.of(Competitor.OTEL, Competitor.SHAPING, Competitor.HANDLER)) {
        Figures theirs = Figures.ratio(samples, Competitor.PEERTAP.name(), competitor.name());
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
        + (exchange.epoll() ? "epoll" : "NIO")
        + "; CPU time of the process, user and system, of a million messages there and back. New JVMs"
        + " took turns until "
        + (isKnown(samples)
            ? "all ratios were known to ±3 %"
            : "the time was up, before all ratios were known to ±3 %")
        + "; rounds: "
        + samples.of(Competitor.NONE.name()).length
        + ". The agent's counts were checked against the messages.";
  }

  private String table(Samples samples) {
    Table table = new Table("configuration", "CPU s per million", "times no agent");
    for (Competitor competitor : all()) {
      table.row(
          competitor.title(),
          Figures.of(samples, competitor.name()).text(3),
          competitor == Competitor.NONE ? "1" : ratio(samples, competitor).text(3));
    }
    return table.toString();
  }

  private BarChart chart(Samples samples) {
    BarChart chart = new BarChart("CPU of a message, " + exchange.title() + ", times no agent");
    for (Competitor competitor : competitors) {
      Figures ratio = ratio(samples, competitor);
      chart.bar(
          competitor.title(), ratio.value(), ratio.interval(), competitor == Competitor.PEERTAP);
    }
    return chart;
  }

  private void generation(Setup setup, Path keys, Samples samples)
      throws IOException, InterruptedException {
    List<EchoJvm> jvms = new ArrayList<>();
    try {
      for (Competitor competitor : all()) {
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
    return competitors.stream()
        .map(competitor -> ratio(samples, competitor))
        .allMatch(ratio -> ratio.known() && ratio.interval().halfWidth() <= ENOUGH);
  }

  private List<Competitor> all() {
    List<Competitor> all = new ArrayList<>(List.of(Competitor.NONE));
    all.addAll(competitors);
    return all;
  }

  private static Figures ratio(Samples samples, Competitor competitor) {
    return Figures.ratio(samples, competitor.name(), Competitor.NONE.name());
  }
}
