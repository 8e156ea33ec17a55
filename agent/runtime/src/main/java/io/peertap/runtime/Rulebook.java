package io.peertap.runtime;

import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleModule;
import io.peertap.api.rule.RuleSettings;
import io.peertap.config.Problems;
import io.peertap.config.RuleOptions;
import io.peertap.config.RulesFile;
import io.peertap.config.Setting;
import io.peertap.weaver.ModuleEntry;
import java.util.ArrayList;
import java.util.List;

/** Makes rules that can be in force out of what was written. */
final class Rulebook {

  private final RuleModule module; // Null: switched off.
  private final RuleOptions options;

  Rulebook(List<ModuleEntry> enabled, RuleOptions options) {
    this.module = module(enabled);
    this.options = options;
  }

  /**
   * Rules, and what is wrong with what was written.
   *
   * @param problems what is wrong; a budget that is used up is told when it is
   */
  record Edition(MethodRules rules, Problems problems) {}

  /** The file that more rules stand in, or null. */
  RulesFile file() {
    return module == null ? null : options.file();
  }

  boolean isReloaded() {
    return options.reload();
  }

  /**
   * Compiles what was written.
   *
   * @param file what the file says, or null if it says nothing
   * @param earlier the rules that these replace, or null
   */
  Edition edition(RulesFile.Content file, MethodRules earlier) {
    Problems problems = new Problems();
    if (module == null) {
      return new Edition(new NoRules(), problems);
    }
    if (file != null) {
      problems.addAll(file.problems());
    }
    try {
      MethodRules before = earlier instanceof NoRules ? null : earlier;
      return new Edition(module.compile(lines(file), settings(), before, problems), problems);
    } catch (RuntimeException | LinkageError e) { // The rest of the agent works all the same.
      problems.add("rules cannot be compiled: " + e);
      return new Edition(earlier == null ? new NoRules() : earlier, problems);
    }
  }

  private List<RuleLine> lines(RulesFile.Content file) {
    List<RuleLine> lines = new ArrayList<>();
    for (Setting rule : options.with(file == null ? List.of() : file.rules())) {
      lines.add(new RuleLine(rule.origin(), rule.key(), rule.value()));
    }
    return lines;
  }

  private RuleSettings settings() {
    return new RuleSettings(
        options.conventions(), options.getters(), options.methods(), options.jdkExecutors());
  }

  private static RuleModule module(List<ModuleEntry> enabled) {
    for (ModuleEntry candidate : enabled) {
      if (candidate.makesRules()) {
        return (RuleModule) candidate.module();
      }
    }
    return null;
  }
}
