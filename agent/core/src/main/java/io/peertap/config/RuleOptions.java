package io.peertap.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The rules as they were written, and what holds for all of them.
 *
 * @param file more rules, or null if none is named
 * @param reload whether changes of the file count while the application runs
 * @param conventions whether well-known names are recognised without a rule
 * @param getters whether rules may call getters
 * @param jdkExecutors whether the JDK's own executors may be hooked
 * @param methods how many methods all rules together may hook
 * @param stronger rules that win over the file's: of the agent argument and system properties
 * @param weaker rules that lose against the file's: of the file that {@code config} names
 */
public record RuleOptions(
    RulesFile file,
    boolean reload,
    boolean conventions,
    boolean getters,
    boolean jdkExecutors,
    int methods,
    List<Setting> stronger,
    List<Setting> weaker) {

  /** All rules, one per key, of the strongest source that has it. */
  public List<Setting> with(List<Setting> ofFile) {
    List<Setting> all = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    add(stronger, keys, all);
    add(ofFile, keys, all);
    add(weaker, keys, all);
    return all;
  }

  private static void add(List<Setting> rules, Set<String> keys, List<Setting> all) {
    for (Setting rule : rules) {
      if (keys.add(rule.key())) {
        all.add(rule);
      }
    }
  }
}
