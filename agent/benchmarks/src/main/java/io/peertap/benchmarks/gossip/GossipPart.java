package io.peertap.benchmarks.gossip;

import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Rounds;
import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.cost.Part;
import io.peertap.benchmarks.cost.Setup;
import io.peertap.benchmarks.report.Figures;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** CPU time of a gossip message. The host is built only where the library resolves. */
public final class GossipPart implements Part {

  private static final String HOST = "io.peertap.benchmarks.gossip.GossipHost";
  private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");

  @Override
  public String name() {
    return "gossip";
  }

  @Override
  public double minutes() {
    return 1;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Samples samples = new Samples();
    Optional<Class<?>> host = host();
    if (host.isPresent()) {
      Jvm jvm = new Jvm(setup.directory());
      int messages = setup.form().gossip();
      Rounds rounds = setup.rounds(this);
      while (rounds.next()) {
        samples.add(
            Competitor.NONE.name(),
            jvm.run(HEAP, host.get(), messages, messages).median("cpu"));
        samples.add(
            Competitor.PEERTAP.name(),
            jvm.run(options(setup), host.get(), messages, messages, Competitor.portFile(setup))
                .median("cpu"));
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Gossip",
        "Two hosts of jvm-libp2p in one JVM over loopback, Noise and Yamux, 1 KiB × 16 in flight; CPU"
            + " time of the process for a thousand messages that were published and delivered, after as"
            + " many to warm up. The agent's count was checked against the deliveries.");
    if (samples.names().isEmpty()) {
      report.add("Not measured: jvm-libp2p did not resolve.");
    } else {
      report.add(new Table("configuration", "CPU s per thousand", "times no agent")
          .row(
              Competitor.NONE.title(),
              Figures.of(samples, Competitor.NONE.name()).text(3),
              "1")
          .row(
              Competitor.PEERTAP.title(),
              Figures.of(samples, Competitor.PEERTAP.name()).text(3),
              Figures.ratio(samples, Competitor.PEERTAP.name(), Competitor.NONE.name())
                  .text(3)));
    }
  }

  private static List<String> options(Setup setup) throws IOException {
    return Stream.concat(HEAP.stream(), Competitor.PEERTAP.options(setup).stream())
        .toList();
  }

  private static Optional<Class<?>> host() {
    try {
      return Optional.of(Class.forName(HOST));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
