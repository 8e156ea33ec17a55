package io.peertap.scalecube;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToLongFunction;

/** A cluster; all its members but the first have that one as their seed. */
final class Nodes implements Iterable<Node>, AutoCloseable {

  private static final int IN_A_HURRY = 200;
  private static final int PATIENT = 1_000;
  private static final int CALM = 60_000;

  private final List<Node> nodes = new ArrayList<>();
  private final int pingInterval;

  private Nodes(int pingInterval) {
    this.pingInterval = pingInterval;
  }

  /** Members that soon give up one that is silent. */
  static Nodes start(String... aliases) {
    return start(IN_A_HURRY, aliases);
  }

  /** Members that suspect nobody who answers, unless this machine is very slow. */
  static Nodes patient(String... aliases) {
    return start(PATIENT, aliases);
  }

  /** Members that suspect nobody, however slow this machine is. */
  static Nodes calm(String... aliases) {
    return start(CALM, aliases);
  }

  private static Nodes start(int pingInterval, String... aliases) {
    Nodes nodes = new Nodes(pingInterval);
    for (String alias : aliases) {
      nodes.join(alias);
    }
    return nodes;
  }

  /** One more. */
  void join(String alias) {
    List<?> seeds = nodes.isEmpty() ? List.of() : List.of(nodes.get(0).address());
    nodes.add(new Node(alias, seeds, pingInterval));
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
