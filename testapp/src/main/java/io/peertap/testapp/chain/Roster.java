package io.peertap.testapp.chain;

import java.util.List;
import java.util.stream.IntStream;

/** A group of members, numbered from 1; each node controls as many, one after the other. */
public record Roster(List<String> nodes, int membersPerNode) {

  /** How many members there are. */
  public int size() {
    return nodes.size() * membersPerNode;
  }

  /** How many of them it takes: more than half. */
  public int threshold() {
    return size() / 2 + 1;
  }

  /** All members. */
  public List<Integer> members() {
    return IntStream.rangeClosed(1, size()).boxed().toList();
  }

  /** The members that a node controls. */
  public List<Integer> membersOf(String node) {
    int first = nodes.indexOf(node) * membersPerNode + 1;
    return first < 1
        ? List.of()
        : IntStream.range(first, first + membersPerNode).boxed().toList();
  }

  /** The node whose turn it is. */
  public String turn(long number) {
    return nodes.get(Math.floorMod(number, nodes.size()));
  }
}
