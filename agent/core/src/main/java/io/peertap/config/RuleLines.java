package io.peertap.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects the rules of one source, in order; of a key that comes twice the last one counts. */
final class RuleLines {

  private final Problems problems;
  private final Map<String, Setting> byKey = new LinkedHashMap<>();

  RuleLines(Problems problems) {
    this.problems = problems;
  }

  /** A line of a file. */
  void take(PropertyLine line, String place) {
    if (!line.assigned()) {
      problems.add("rule " + line.key() + " (" + place
          + ") has no '=' behind its key and is ignored;" + " write " + line.key() + " = value");
      return;
    }
    Setting earlier = byKey.get(line.key());
    if (earlier != null) {
      problems.add("rule " + line.key() + " (" + place + ") is given twice, first in "
          + earlier.origin() + "; the last one counts, take one of them out");
    }
    if (line.value().isEmpty()) {
      withoutValue(line.key(), place, problems);
      return;
    }
    byKey.remove(line.key());
    byKey.put(line.key(), new Setting(line.key(), line.value(), place));
  }

  static void withoutValue(String key, String place, Problems problems) {
    problems.add("rule " + key + " (" + place + ") has no value and is ignored; write " + key
        + " = value, or take it out");
  }

  List<Setting> list() {
    return List.copyOf(byKey.values());
  }
}
