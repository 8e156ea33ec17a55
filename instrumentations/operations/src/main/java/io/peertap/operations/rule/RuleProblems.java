package io.peertap.operations.rule;

import io.peertap.api.rule.RuleLine;
import io.peertap.operations.text.Texts;
import java.util.function.Consumer;

/** Tells what is wrong with a line: where, key, value, what is accepted. */
final class RuleProblems {

  private final Consumer<String> lines;

  RuleProblems(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Something is wrong with what one line says. */
  void line(RuleLine line, String message) {
    lines.accept(Texts.shown(line.origin())
        + ": "
        + Texts.shown(line.key())
        + '='
        + Texts.shown(line.value())
        + ": "
        + message);
  }

  /** Something is wrong with a rule as a whole. */
  void rule(String origin, String rule, String message) {
    lines.accept(Texts.shown(origin) + ": " + rule + ": " + message);
  }
}
