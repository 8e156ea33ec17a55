package io.peertap.runtime;

import io.peertap.api.rule.RuleReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What is worth a line while the application runs: which classes conventions recognised, and, when
 * it has had its time, which rules have matched nothing. Every line once.
 */
final class RuleNews {

  private final AgentLog log;
  private final long patience;
  private final Function<Set<String>, Set<String>> loaded;
  private final Set<String> told = new HashSet<>();
  private long due;
  private boolean waiting;

  /**
   * News for a log.
   *
   * @param patience nanoseconds after which a rule should have matched something
   * @param loaded answers which of these class names are loaded
   */
  RuleNews(AgentLog log, long patience, Function<Set<String>, Set<String>> loaded) {
    this.log = log;
    this.patience = patience;
    this.loaded = loaded;
  }

  /** Other rules are in force: they have their time too. */
  void restart(long now) {
    due = now + patience;
    waiting = true;
  }

  /** Tells what is new. */
  void tell(List<RuleReport> reports, long now) {
    recognised(reports);
    if (waiting && now - due >= 0) {
      waiting = false;
      unmatched(reports);
    }
  }

  static boolean isConvention(RuleReport report) {
    return report.origin().equals("convention");
  }

  /** One line for what came together: a node brings a dozen of them with its first classes. */
  private void recognised(List<RuleReport> reports) {
    List<String> found = new ArrayList<>();
    for (RuleReport report : reports) {
      if (isConvention(report)) {
        addNew(report, found);
      }
    }
    if (!found.isEmpty()) {
      log.info("recognised by convention " + String.join("; ", found)
          + " (operations.conventions=off switches this off)");
    }
  }

  private void addNew(RuleReport report, List<String> found) {
    for (Map.Entry<String, String> one : byClass(report.methods()).entrySet()) {
      if (told.add(report.rule() + ' ' + one.getKey())) {
        found.add(report.rule() + ": " + one.getKey() + one.getValue());
      }
    }
  }

  private static Map<String, String> byClass(List<String> methods) {
    Map<String, String> byClass = new LinkedHashMap<>();
    for (String method : methods) {
      int hash = method.indexOf('#');
      int open = method.indexOf('(', hash);
      String name = open < 0 ? method.substring(hash) : method.substring(hash, open) + "(..)";
      String type = method.substring(0, hash);
      String known = byClass.get(type);
      if (known == null) {
        byClass.put(type, name);
      } else if (!(known + ',').contains(name + ',')) {
        byClass.put(type, known + ", " + name);
      }
    }
    return byClass;
  }

  private void unmatched(List<RuleReport> reports) {
    Set<String> missing = new HashSet<>();
    for (RuleReport report : reports) {
      if (isUnmatched(report)) {
        missing.addAll(RulePatterns.exactClasses(report.patterns()));
      }
    }
    if (!missing.isEmpty()) {
      missing.removeAll(loaded.apply(missing));
    }
    for (RuleReport report : reports) {
      String line = isUnmatched(report) ? unmatched(report, missing) : null;
      if (line != null && told.add(line)) {
        log.warn(line);
      }
    }
  }

  private static boolean isUnmatched(RuleReport report) {
    return report.methods().isEmpty() && !isConvention(report);
  }

  private static String unmatched(RuleReport report, Set<String> missing) {
    StringBuilder line = new StringBuilder("rule ");
    line.append(report.rule()).append(" (").append(report.origin());
    line.append(") has matched nothing so far: ").append(String.join(", ", report.patterns()));
    for (String name : RulePatterns.exactClasses(report.patterns())) {
      if (missing.contains(name)) {
        line.append("; no class ").append(name).append(" was loaded");
      }
    }
    return line.append("; java -jar peertap.jar explain tells what it would match in which jar")
        .toString();
  }
}
