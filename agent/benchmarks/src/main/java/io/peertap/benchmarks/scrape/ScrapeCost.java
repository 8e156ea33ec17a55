package io.peertap.benchmarks.scrape;

import com.sun.management.ThreadMXBean;
import io.peertap.exposition.TextWriter;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Milliseconds and bytes allocated of harvest and snapshot, of writing the text, and of a tick. */
public final class ScrapeCost {

  private static final int WARM_UP = 100;
  private static final int ROUNDS = 101;

  private ScrapeCost() {}

  /** Connections and peers may be given; 10,000 and 500 are the default. */
  public static void main(String[] args) throws IOException {
    int connections = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int peers = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    Node node = new Node(connections, peers);
    Snapshot[] last = new Snapshot[1];
    TextWriter text = new TextWriter();
    measure("harvest and snapshot", node, () -> last[0] = node.metrics().snapshot());
    measure("text", node, () -> text.write(last[0], OutputStream.nullOutputStream()));
    measure("tick", node, () -> node.records().tick());
    System.out.println(connections + " connections, " + peers + " peers, " + series(last[0])
        + " points, " + last[0].families().size() + " families, JDK " + Runtime.version());
  }

  private static int series(Snapshot snapshot) {
    int series = 0;
    for (FamilySnapshot family : snapshot.families()) {
      series += family.points().size();
    }
    return series;
  }

  private static void measure(String what, Node node, Step step) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] nanos = new long[ROUNDS];
    long[] bytes = new long[ROUNDS];
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      node.move();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      long start = System.nanoTime();
      step.run();
      long end = System.nanoTime();
      if (round >= 0) {
        nanos[round] = end - start;
        bytes[round] = threads.getCurrentThreadAllocatedBytes() - allocated;
      }
    }
    Arrays.sort(nanos);
    Arrays.sort(bytes);
    System.out.printf(
        "%-21s median %6.2f ms (%.2f to %.2f), %6.2f MiB allocated%n",
        what,
        nanos[ROUNDS / 2] / 1e6,
        nanos[0] / 1e6,
        nanos[ROUNDS - 1] / 1e6,
        bytes[ROUNDS / 2] / 1048576.0);
  }

  /** What is measured. */
  private interface Step {
    void run() throws IOException;
  }
}
