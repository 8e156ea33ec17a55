package io.peertap.config;

import java.util.List;
import java.util.Locale;

/**
 * Tells rules from options by their keys.
 *
 * @param subjects the first words of rules
 * @param options the keys of all options, which are no rules whatever they begin with
 */
record RuleKeys(List<String> subjects, List<String> options) {

  boolean isOption(String key) {
    return options.contains(key);
  }

  boolean isRule(String key) {
    int dot = key.indexOf('.');
    return dot > 0 && subjects.contains(key.substring(0, dot)) && !isOption(key);
  }

  /** Whether an environment variable looks as if it were meant as a rule. */
  boolean looksLikeRule(String variable, String prefix) {
    for (String subject : subjects) {
      if (variable.startsWith(prefix + subject.toUpperCase(Locale.ROOT) + '_')) {
        return true;
      }
    }
    return false;
  }
}
