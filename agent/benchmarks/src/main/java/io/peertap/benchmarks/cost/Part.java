package io.peertap.benchmarks.cost;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.report.Report;
import java.io.IOException;

/** A measurement that is made as a whole or not at all. */
public interface Part {

  /** Names its results. */
  String name();

  /** Minutes that it takes in the full form. */
  double minutes();

  /**
   * Measures.
   *
   * @throws IOException if something does not run, or does not count what it should
   */
  Samples measure(Setup setup) throws IOException, InterruptedException;

  /** Says what was measured. */
  void report(Samples samples, Report report);
}
