package io.peertap.benchmarks.cost;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param hookRounds rounds of one fork for each configuration
 * @param hookIteration of one iteration of a fork
 * @param threads up to how many threads call hooks
 * @param warmUp of each JVM that echoes
 * @param window over which it is measured once
 * @param windows that JVMs which were started together are measured
 * @param allBudget for an exchange that is compared with all competitors
 * @param pairBudget for one that is compared with no agent
 * @param starts rounds of starts
 * @param signing of one run of the test application
 * @param signingRounds how many of them
 * @param scrapes of one node
 */
public record Form(
    int hookRounds,
    Duration hookIteration,
    int threads,
    Duration warmUp,
    Duration window,
    int windows,
    Duration allBudget,
    Duration pairBudget,
    int starts,
    Duration signing,
    int signingRounds,
    int scrapes) {

  /** Five minutes: shows that all works, and the order of magnitude. */
  public static final Form SHORT = new Form(
      2,
      Duration.ofMillis(200),
      1,
      Duration.ofMillis(1000),
      Duration.ofMillis(400),
      3,
      Duration.ZERO,
      Duration.ZERO,
      2,
      Duration.ofSeconds(5),
      2,
      5);

  /** Within ninety minutes. */
  public static final Form FULL = new Form(
      9,
      Duration.ofMillis(250),
      2,
      Duration.ofSeconds(3),
      Duration.ofSeconds(1),
      4,
      Duration.ofMinutes(12),
      Duration.ofMinutes(4),
      21,
      Duration.ofSeconds(20),
      7,
      101);
}
