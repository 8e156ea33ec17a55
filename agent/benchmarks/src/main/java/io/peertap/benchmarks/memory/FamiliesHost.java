package io.peertap.benchmarks.memory;

import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.scrape.Node;
import io.peertap.metric.Mirrors;
import java.util.ArrayList;
import java.util.List;

/** Many record layers with one connection each, all of whose families have series, once scraped. */
public final class FamiliesHost {

  private static final int NODES = 50;

  private FamiliesHost() {}

  /** Says the bytes of one family. */
  public static void main(String[] args) {
    int families = new Node(1, 1, Mirrors.ALL).metrics().snapshot().families().size();
    double before = Heap.used();
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      Node node = new Node(1, 1, Mirrors.ALL);
      if (node.metrics().snapshot().families().size() < families) {
        throw new IllegalStateException("families are missing");
      }
      nodes.add(node);
    }
    Jvm.say("family", (Heap.used() - before) / NODES / families);
    nodes.forEach(Node::move); // So they were still there.
    Jvm.end();
  }
}
