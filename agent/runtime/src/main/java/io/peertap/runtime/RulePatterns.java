package io.peertap.runtime;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** As much of the rules' patterns as messages need. */
final class RulePatterns {

  private RulePatterns() {}

  /** The classes that patterns name in full: {@code com.acme.Signer}, also in {@code com.acme.Signer#*}. */
  static Set<String> exactClasses(List<String> patterns) {
    Set<String> names = new LinkedHashSet<>();
    for (String pattern : patterns) {
      int hash = pattern.indexOf('#');
      String type = hash < 0 ? pattern : pattern.substring(0, hash).trim();
      if (isName(type)) {
        names.add(type);
      }
    }
    return names;
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '.' && !Character.isJavaIdentifierPart(c)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
