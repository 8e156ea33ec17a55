package io.peertap.api.rule;

import io.peertap.api.Instrumentation;
import java.util.List;
import java.util.function.Consumer;

/** A module whose hooks follow from rules. */
public interface RuleModule extends Instrumentation {

  /** The first words of the keys that are rules: {@code operations}, {@code events}. */
  List<String> subjects();

  /**
   * Checks rules and puts them in force. A rule that is broken is told in one line and left out; the
   * others hold.
   *
   * @param lines all settings, in the order they were written
   * @param earlier the rules that these replace, or null; a rule that stays the same keeps its taps
   * @param problems takes a line per problem: where, key, value, what is accepted
   */
  MethodRules compile(
      List<RuleLine> lines, RuleSettings settings, MethodRules earlier, Consumer<String> problems);
}
