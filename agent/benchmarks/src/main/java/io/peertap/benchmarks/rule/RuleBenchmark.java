package io.peertap.benchmarks.rule;

import io.peertap.benchmarks.BuiltAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Prints what a rule adds to a call, in nanoseconds and bytes, on one thread and on two. Takes the
 * agent's jar, or finds the one that was built.
 */
public final class RuleBenchmark {

  private static final int FORKS = 5;
  private static final int ITERATIONS = 5;

  private RuleBenchmark() {}

  /** Runs all of it, within four minutes. */
  public static void main(String[] args) throws RunnerException, IOException {
    Path agent = args.length == 0 ? BuiltAgent.find() : Path.of(args[0]);
    StringBuilder table = new StringBuilder("""

        | threads | ruled, ns | timed by hand, ns | ruled - timed, ns | ruled, B | timed, B |
        |---|---|---|---|---|---|
        """);
    for (int threads = 1; threads <= 2; threads++) {
      table.append(row(threads, new Runner(options(agent, threads)).run()));
    }
    System.out.println(table);
  }

  private static Options options(Path agent, int threads) throws IOException {
    Path port = Files.createTempFile("peertap", ".port");
    return new OptionsBuilder()
        .include(RuledCalls.class.getName())
        .threads(threads)
        .forks(FORKS)
        .warmupIterations(ITERATIONS)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(ITERATIONS)
        .measurementTime(TimeValue.seconds(1))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .jvmArgsAppend(
            "-javaagent:" + agent + "=port=0,port.file=" + port
                + ",operations.hot.methods=acme.Signer#sign()",
            "-D" + Truth.PORT_FILE + '=' + port)
        .build();
  }

  private static String row(int threads, Collection<RunResult> results) {
    RunResult ruled = find(results, "ruled");
    RunResult timed = find(results, "timed");
    return String.format(
        "| %d | %.1f ± %.1f | %.1f ± %.1f | %.1f | %.3f | %.3f |%n",
        threads,
        nanos(ruled),
        ruled.getPrimaryResult().getScoreError(),
        nanos(timed),
        timed.getPrimaryResult().getScoreError(),
        nanos(ruled) - nanos(timed),
        bytes(ruled),
        bytes(timed));
  }

  private static RunResult find(Collection<RunResult> results, String name) {
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().equals(name)) {
        return result;
      }
    }
    throw new IllegalStateException("no result of " + name);
  }

  private static double nanos(RunResult result) {
    return result.getPrimaryResult().getScore();
  }

  /** Of the median iteration: the last one also pays for the check of the count. */
  private static double bytes(RunResult result) {
    return result
        .getSecondaryResults()
        .get("gc.alloc.rate.norm")
        .getStatistics()
        .getPercentile(50);
  }
}
