package io.peertap.operations.rule;

import io.peertap.api.rule.RuleLine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Everything that was written about one name: {@code operations.signing} and what stands behind. */
final class RuleText {

  private final String subject;
  private final String name;
  private final Map<String, RuleLine> lines = new LinkedHashMap<>();
  private boolean broken;

  RuleText(String subject, String name) {
    this.subject = subject;
    this.name = name;
  }

  String subject() {
    return subject;
  }

  String name() {
    return name;
  }

  /** The rule's name for people. */
  String id() {
    return subject + '.' + name;
  }

  /** Adds a line; false if the key is there already. */
  boolean add(String key, RuleLine line) {
    return lines.putIfAbsent(key, line) == null;
  }

  /** Lines by what stands behind the rule's name in their keys, in the order they were written. */
  Map<String, RuleLine> lines() {
    return lines;
  }

  /** Where its first line stands. */
  String origin() {
    return lines.values().iterator().next().origin();
  }

  /** Something in it cannot be accepted: it is no rule. */
  void breaks() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  /** What it says, wherever it is written: two rules that say the same are the same. */
  String definition(boolean getters) {
    StringBuilder definition = new StringBuilder(id()).append('\n').append(getters);
    for (Map.Entry<String, RuleLine> line : lines.entrySet()) {
      definition
          .append('\n')
          .append(line.getKey())
          .append('=')
          .append(line.getValue().value());
    }
    return definition.toString();
  }
}
