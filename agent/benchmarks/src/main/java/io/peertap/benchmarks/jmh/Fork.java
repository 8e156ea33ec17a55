package io.peertap.benchmarks.jmh;

import io.peertap.benchmarks.Statistics;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** One JVM of JMH at a time, so that configurations take turns. */
final class Fork {

  private static final int ITERATIONS = 6;

  private final TimeValue time;

  /** With iterations of this length. */
  Fork(Duration iteration) {
    this.time = TimeValue.milliseconds(iteration.toMillis());
  }

  /** Medians of the iterations of one fork, per operation. */
  record Result(double nanos, double cpuNanos, double bytes) {}

  /**
   * Runs one benchmark in a JVM with these options. It warms up as often as its class says, or as
   * JMH does by itself.
   */
  Result run(String benchmark, int threads, List<String> jvm) throws IOException {
    Options options = new OptionsBuilder()
        .include(Pattern.quote(benchmark) + '$')
        .threads(threads)
        .forks(1)
        .warmupTime(time)
        .measurementIterations(ITERATIONS)
        .measurementTime(time)
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .jvmArgsAppend(jvm.toArray(String[]::new))
        .build();
    try {
      RunResult result = new Runner(options).runSingle();
      return new Result(
          nanos(result),
          secondary(result, CpuProfiler.RESULT),
          secondary(result, "gc.alloc.rate.norm"));
    } catch (RunnerException e) {
      throw new IOException(benchmark + " with " + String.join(" ", jvm), e);
    }
  }

  private static double nanos(RunResult result) {
    return Statistics.median(result.getAggregatedResult().getIterationResults().stream()
        .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
        .toArray());
  }

  /** The iteration at whose end the counts are checked pays for that, and is not the median. */
  private static double secondary(RunResult result, String name) {
    return result.getSecondaryResults().get(name).getStatistics().getPercentile(50);
  }
}
