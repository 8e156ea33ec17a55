package io.peertap.benchmarks.signing;

import io.peertap.benchmarks.BuiltAgent;
import io.peertap.benchmarks.Child;
import io.peertap.benchmarks.Jdk;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** CPU time of the test application, which signs at a pace of its own, from its start to its end. */
public final class SigningPart implements Part {

  private static final List<Competitor> AGENTS = List.of(Competitor.NONE, Competitor.PEERTAP);

  /** In the last line of each node. */
  private static final String END = ", handed over ";

  private static final double MILLIS_PER_SECOND = 1000;

  @Override
  public String name() {
    return "signing";
  }

  @Override
  public double minutes() {
    return 1;
  }

  @Override
  public Samples measure(Setup setup) throws IOException, InterruptedException {
    Path application =
        BuiltAgent.find().resolve("../../../../testapp/target/testapp.jar").normalize();
    if (!Files.isRegularFile(application)) {
      throw new IOException("no test application at " + application);
    }
    Child child = new Child(setup.directory());
    Samples samples = new Samples();
    Rounds rounds = setup.rounds(this);
    while (rounds.next()) {
      for (Competitor agent : AGENTS) {
        double millis =
            child.cpuMillis(command(setup, application, agent), line -> line.contains(END));
        samples.add(agent.name(), millis / MILLIS_PER_SECOND);
      }
    }
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    report.section(
        "Signing",
        "The test application: three nodes in one JVM that make keys, sign, and run a beacon, at a"
            + " pace that blocks set. CPU time of the whole JVM, start and end included.");
    Table table = new Table("configuration", "CPU s", "times no agent");
    for (Competitor agent : AGENTS) {
      table.row(
          agent.title(),
          Figures.of(samples, agent.name()).text(2),
          agent == Competitor.NONE
              ? "1"
              : Figures.ratio(samples, agent.name(), Competitor.NONE.name()).text(3));
    }
    report.add(table);
  }

  private static List<String> command(Setup setup, Path application, Competitor agent)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(Jdk.current().java()));
    command.addAll(Jvm.FLAGS);
    command.addAll(agent.options(setup));
    command.addAll(List.of(
        "-jar",
        application.toString(),
        "--nodes",
        "3",
        "--in-process",
        "--seconds",
        String.valueOf(setup.form().signing().toSeconds())));
    return command;
  }
}
