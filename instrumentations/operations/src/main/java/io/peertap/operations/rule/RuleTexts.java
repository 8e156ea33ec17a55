package io.peertap.operations.rule;

import io.peertap.api.rule.Nearest;
import io.peertap.api.rule.RuleLine;
import io.peertap.operations.text.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sorts lines by the rules that they belong to. */
final class RuleTexts {

  /** Settings that begin like rules and are options of the agent. */
  private static final List<String> OPTIONS =
      List.of("operations.conventions", "operations.methods.max", "operations.enabled");

  private final RuleProblems problems;
  private final Map<String, RuleText> texts = new LinkedHashMap<>();

  private RuleTexts(RuleProblems problems) {
    this.problems = problems;
  }

  /** Rules in the order in which their first lines stand. */
  static List<RuleText> of(List<RuleLine> lines, RuleProblems problems) {
    RuleTexts sorted = new RuleTexts(problems);
    for (RuleLine line : lines) {
      if (!OPTIONS.contains(line.key())) {
        sorted.add(line);
      }
    }
    return new ArrayList<>(sorted.texts.values());
  }

  private void add(RuleLine line) {
    String key = line.key();
    int first = key.indexOf('.');
    int second = key.indexOf('.', first + 1);
    String subject = first < 0 ? key : key.substring(0, first);
    if (!Subject.KEYS.containsKey(subject)) {
      String nearest = Nearest.of(subject, Subject.names());
      problems.line(
          line,
          "no rule begins like this; "
              + (nearest == null
                  ? "accepted are " + String.join(", ", Subject.names())
                  : "did you mean " + nearest + '?'));
      return;
    }
    if (first < 0 || second < 0) {
      problems.line(
          line, "the name of the rule or its key is missing; write " + Subject.example(subject));
      return;
    }
    String name = key.substring(first + 1, second);
    if (!Texts.isName(name)) {
      problems.line(
          line,
          (name.isEmpty() ? "the rule has no name" : "this is no name for a rule")
              + "; a name has letters, digits and underscores: "
              + Subject.example(subject));
      return;
    }
    RuleText text = text(subject, name);
    if (!text.add(key.substring(second + 1), line)) {
      text.breaks();
      problems.line(line, "this key is written twice; write it once, with commas between values");
    }
  }

  private RuleText text(String subject, String name) {
    RuleText fresh = new RuleText(subject, name);
    RuleText known = texts.putIfAbsent(fresh.id(), fresh);
    return known == null ? fresh : known;
  }
}
