package io.peertap.benchmarks.cost;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.report.Goal;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;

/** Bytes of jars. */
final class JarPart implements Part {

  private static final double MIB = 1 << 20;

  @Override
  public String name() {
    return "jar";
  }

  @Override
  public double minutes() {
    return 0;
  }

  @Override
  public Samples measure(Setup setup) throws IOException {
    Samples samples = new Samples();
    samples.add(Competitor.PEERTAP.name(), (double) Files.size(setup.agent()));
    samples.add(Competitor.JMX.name(), (double) Files.size(Competitor.jmx(setup)));
    samples.add(Competitor.OTEL.name(), (double) Files.size(Competitor.otel(setup)));
    return samples;
  }

  @Override
  public void report(Samples samples, Report report) {
    double ours = samples.median(Competitor.PEERTAP.name()) / MIB;
    report.target(Goal.JAR, String.format(Locale.ROOT, "%.1f MiB", ours), ours <= Goal.JAR.limit());
    report.section("Jar", "What has to be brought to the machine.");
    Table table = new Table("agent", "MiB");
    for (String name : samples.names()) {
      table.row(
          Competitor.valueOf(name).title(),
          String.format(Locale.ROOT, "%.1f", samples.median(name) / MIB));
    }
    report.add(table);
  }
}
