package io.peertap.benchmarks.cost;

import java.time.Duration;

/**
 * How long to measure.
 *
 * @param rounds whether as many rounds as fit into the time of a part; else one
 * @param hookIteration of one iteration of a fork
 * @param warmUp of each JVM that echoes
 * @param window over which it is measured once
 * @param windows that JVMs which were started together are measured
 * @param signing of one run of the test application
 * @param scrapes of one node in one JVM
 * @param gossip messages that are gossiped in one JVM
 */
public record Form(
    boolean rounds,
    Duration hookIteration,
    Duration warmUp,
    Duration window,
    int windows,
    Duration signing,
    int scrapes,
    int gossip) {

  /** About five minutes: shows that all works, and the order of magnitude. */
  public static final Form SHORT = new Form(
      false,
      Duration.ofMillis(100),
      Duration.ofMillis(700),
      Duration.ofMillis(300),
      3,
      Duration.ofSeconds(5),
      5,
      2_000);

  /** As long as the parts' times are together. */
  public static final Form FULL = new Form(
      true,
      Duration.ofMillis(200),
      Duration.ofMillis(2500),
      Duration.ofMillis(500),
      4,
      Duration.ofSeconds(10),
      15,
      10_000);
}
