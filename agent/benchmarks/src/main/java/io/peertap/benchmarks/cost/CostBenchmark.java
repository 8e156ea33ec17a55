package io.peertap.benchmarks.cost;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.echo.EchoPart;
import io.peertap.benchmarks.echo.LoopbackPart;
import io.peertap.benchmarks.gossip.GossipPart;
import io.peertap.benchmarks.hook.HookPart;
import io.peertap.benchmarks.memory.MemoryPart;
import io.peertap.benchmarks.records.RecordPart;
import io.peertap.benchmarks.report.Report;
import io.peertap.benchmarks.scaling.ScalingPart;
import io.peertap.benchmarks.scrape.ScrapePart;
import io.peertap.benchmarks.signing.SigningPart;
import io.peertap.benchmarks.startup.StartupPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures everything that the agent costs and writes the report. Each part's results are kept as
 * soon as it has ended, so that a run that was stopped goes on where it was.
 */
public final class CostBenchmark {

  private static final Competitor[] ALL = {
    Competitor.PEERTAP, Competitor.HANDLER, Competitor.SHAPING, Competitor.JMX, Competitor.OTEL
  };

  /** In the order of the report. */
  static final List<Part> PARTS = List.of(
      new HookPart(),
      new LoopbackPart(),
      new RecordPart(),
      new EchoPart("64x64", ALL),
      new EchoPart("1024x64", ALL),
      new EchoPart("64x64-serial", Competitor.PEERTAP),
      new EchoPart("64x1", Competitor.PEERTAP),
      new EchoPart("65536x4", Competitor.PEERTAP),
      new EchoPart("1024x64-tls", Competitor.PEERTAP),
      new EchoPart("1024x64-epoll", Competitor.PEERTAP),
      new SigningPart(),
      new GossipPart(),
      new StartupPart(),
      new MemoryPart(),
      new ScrapePart(),
      new ScalingPart(),
      new JarPart());

  private CostBenchmark() {}

  /** Runs with {@code [peertap.jar] [--short] [--only part] [--docs]}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Arguments arguments = Arguments.parse(args);
    Files.createDirectories(arguments.results());
    Setup setup = arguments.setup();
    Report report = new Report();
    List<String> failed = new ArrayList<>();
    for (Part part : PARTS) {
      if (arguments.isWanted(part)) {
        try {
          part.report(samples(part, setup, arguments), report);
        } catch (IOException | RuntimeException e) {
          e.printStackTrace();
          failed.add(part.name());
        }
      }
    }
    if (!failed.isEmpty()) {
      report.section("Not measured", "Failed: " + String.join(", ", failed) + ".");
    }
    report.write(arguments.docs(), Conditions.text(arguments));
    if (arguments.isPublished() && failed.isEmpty()) {
      Readme.write(arguments.readme(), report.summary());
    }
    System.out.println(arguments.docs().resolve("cost.md"));
    if (!failed.isEmpty()) {
      System.out.println("Not measured: " + failed + "; start again for these alone");
      System.exit(1);
    }
  }

  private static Samples samples(Part part, Setup setup, Arguments arguments)
      throws IOException, InterruptedException {
    Path file = arguments.results().resolve(part.name() + ".tsv");
    if (Files.exists(file)) {
      System.out.println(part.name() + ": measured before");
      return Samples.read(file);
    }
    long start = System.nanoTime();
    Samples samples = part.measure(setup);
    samples.write(file);
    System.out.println(part.name() + ": " + (System.nanoTime() - start) / 1_000_000_000 + " s");
    return samples;
  }
}
