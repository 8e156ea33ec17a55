package io.peertap.kit;

import java.util.List;

/**
 * One panel of a board.
 *
 * @param good what a healthy network looks like here, in a sentence
 */
record Panel(String title, Look look, Unit unit, String good, List<Target> targets) {

  private static final String ALL_FAMILIES =
      " Nodes show this only with the option peers.families=all.";

  Panel {
    targets = List.copyOf(targets);
  }

  static Panel panel(String title, Look look, Unit unit, String good, Target... targets) {
    return new Panel(title, look, unit, good, List.of(targets));
  }

  /** A query with a legend. */
  static Target target(String legend, Query query) {
    return new Target(legend, query);
  }

  /** The note behind the panel's title. */
  String description() {
    boolean all = targets.stream().anyMatch(target -> target.query().needsAllPeerFamilies());
    return all ? good + ALL_FAMILIES : good;
  }
}
