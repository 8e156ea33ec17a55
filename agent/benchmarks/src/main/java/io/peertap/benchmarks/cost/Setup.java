package io.peertap.benchmarks.cost;

import io.peertap.benchmarks.Rounds;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What is measured, with what, and how long.
 *
 * @param agent the jar that was built
 * @param competitors a folder with the jars of other agents
 * @param directory for files of the run
 * @param form how long
 */
public record Setup(Path agent, Path competitors, Path directory, Form form) {

  private static final double MILLIS_PER_MINUTE = 60_000;

  /** The rounds of a part. */
  public Rounds rounds(Part part) {
    return new Rounds(
        form.rounds()
            ? Duration.ofMillis((long) (part.minutes() * MILLIS_PER_MINUTE))
            : Duration.ZERO);
  }
}
