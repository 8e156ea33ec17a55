package io.peertap.benchmarks.scrape;

import com.sun.management.ThreadMXBean;
import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.Statistics;
import io.peertap.exposition.TextWriter;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Mirrors;
import io.peertap.metric.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;

/**
 * Milliseconds and bytes allocated of a scrape: of harvest and snapshot, of writing the text, and of
 * both; and of a tick. Says medians.
 */
public final class ScrapeCost {

  private static final int ROUNDS = 101;
  private static final double NANOS_PER_MILLI = 1e6;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Node node;
  private final int rounds;

  private ScrapeCost(Node node, int rounds) {
    this.node = node;
    this.rounds = rounds;
  }

  /**
   * Connections, peers, families by peer, and rounds may be given; 10,000, 500, all and 101 are the
   * default.
   */
  public static void main(String[] args) throws IOException {
    Node node = new Node(
        args.length > 0 ? Integer.parseInt(args[0]) : 10_000,
        args.length > 1 ? Integer.parseInt(args[1]) : 500,
        args.length > 2 ? Mirrors.valueOf(args[2]) : Mirrors.ALL);
    new ScrapeCost(node, args.length > 3 ? Integer.parseInt(args[3]) : ROUNDS).run();
    Jvm.end();
  }

  private void run() throws IOException {
    Snapshot[] last = new Snapshot[1];
    TextWriter text = new TextWriter();
    measure("harvest", () -> last[0] = node.metrics().snapshot());
    measure("text", () -> text.write(last[0], OutputStream.nullOutputStream()));
    measure("scrape", () -> text.write(node.metrics().snapshot(), OutputStream.nullOutputStream()));
    measure("tick", () -> node.records().tick());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    text.write(node.metrics().snapshot(), whole);
    Jvm.say("size, B", whole.size());
    Jvm.say("points", points(last[0]));
    Jvm.say("families", last[0].families().size());
  }

  private static int points(Snapshot snapshot) {
    int points = 0;
    for (FamilySnapshot family : snapshot.families()) {
      points += family.points().size();
    }
    return points;
  }

  /** As many rounds before, which do not count. */
  private void measure(String what, Step step) throws IOException {
    double[] millis = new double[rounds];
    double[] bytes = new double[rounds];
    for (int round = -rounds; round < rounds; round++) {
      node.move();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      step.run();
      long end = System.nanoTime();
      if (round >= 0) {
        millis[round] = (end - start) / NANOS_PER_MILLI;
        bytes[round] = threads.getCurrentThreadAllocatedBytes() - allocated;
      }
    }
    Jvm.say(what + ", ms", Statistics.median(millis));
    Jvm.say(what + ", B allocated", Statistics.median(bytes));
  }

  /** What is measured. */
  private interface Step {
    void run() throws IOException;
  }
}
