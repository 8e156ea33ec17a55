package io.peertap.benchmarks.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.peertap.benchmarks.report.Goal;
import io.peertap.exposition.TextWriter;
import io.peertap.metric.Mirrors;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScrapeAllocationTest {

  private static final int ROUNDS = 20;
  private static final double MIB = 1 << 20;

  /** Tests run without the second compiler, which removes some short-lived objects. */
  private static final double FIRST_COMPILER = 1.15;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  @ParameterizedTest
  @CsvSource({"BASIC,SCRAPE_BASIC", "ALL,SCRAPE_ALL"})
  void scrapeOfLargeNode_allocatesLittleMoreThanItsGoal(Mirrors families, Goal goal)
      throws IOException {
    Node node = new Node(10_000, 500, families);
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) { // The first ones make what is kept.
      node.move();
      least = Math.min(least, scrape(node));
    }

    assertThat(least / MIB).isLessThan(FIRST_COMPILER * goal.secondLimit());
  }

  private long scrape(Node node) throws IOException {
    long before = threads.getCurrentThreadAllocatedBytes();
    new TextWriter().write(node.metrics().snapshot(), OutputStream.nullOutputStream());
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
