package io.peertap.benchmarks;

import java.time.Duration;

/** Rounds of a measurement: one in any case, and as many more as fit into its time. */
public final class Rounds {

  private final long budget;
  private long start;
  private int begun;

  /** Within such a time. */
  public Rounds(Duration budget) {
    this.budget = budget.toNanos();
  }

  /** Whether there is one more; it is expected to take as long as those before. */
  public boolean next() {
    long now = System.nanoTime();
    if (begun == 0) {
      start = now;
    } else if (now - start + (now - start) / begun > budget) {
      return false;
    }
    begun++;
    return true;
  }

  /** How many there were so far, the one that has begun included. */
  public int begun() {
    return begun;
  }
}
