package io.peertap.benchmarks.memory;

import io.peertap.benchmarks.Jvm;
import io.peertap.benchmarks.scrape.Node;
import io.peertap.metric.Mirrors;

/** A node of connections to peers, all of whose families have series, once scraped. */
public final class PeersHost {

  private PeersHost() {}

  /** Takes how many connections and how many peers. */
  public static void main(String[] args) {
    double before = Heap.used();
    Node node = new Node(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Mirrors.ALL);
    node.metrics().snapshot();
    Jvm.say("heap", Heap.used() - before);
    node.move(); // So it was still there.
    Jvm.end();
  }
}
