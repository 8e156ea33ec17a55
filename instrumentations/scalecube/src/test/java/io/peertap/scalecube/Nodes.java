package io.peertap.scalecube;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;

/** A cluster; all its members but the first have that one as their seed. */
final class Nodes implements Iterable<Node>, AutoCloseable {

  private final List<Node> nodes = new ArrayList<>();

  private Nodes() {}

  static Nodes start(String... aliases) {
    Nodes nodes = new Nodes();
    for (String alias : aliases) {
      nodes.join(alias);
    }
    return nodes;
  }

  /** One more. */
  void join(String alias) {
    nodes.add(new Node(alias, nodes.isEmpty() ? List.of() : List.of(nodes.get(0).address())));
  }

  Node get(int index) {
    return nodes.get(index);
  }

  int size() {
    return nodes.size();
  }

  /** Waits until each knows all others. */
  void awaitMet() {
    Waits.until(
        "acquaintance", () -> nodes.stream().allMatch(node -> node.others() == nodes.size() - 1));
  }

  long sum(ToLongFunction<Node> count) {
    return nodes.stream().mapToLong(count).sum();
  }

  @Override
  public Iterator<Node> iterator() {
    return nodes.iterator();
  }

  @Override
  public void close() {
    nodes.forEach(Node::close);
  }
}
