package io.peertap.alert;

import java.util.List;

/** Rules that belong together, as Prometheus' rule files have them. */
public record RuleGroup(String name, List<Rule> rules) {

  /** Keeps its own copy. */
  public RuleGroup {
    rules = List.copyOf(rules);
  }
}
