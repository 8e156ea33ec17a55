package io.peertap.runtime;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleReport;
import java.util.List;

/** Rules that choose nothing: of an agent whose rule module is switched off. */
final class NoRules implements MethodRules {

  @Override
  public boolean mayConcern(String binaryName) {
    return false;
  }

  @Override
  public List<Choice> choose(ClassView type) {
    return List.of();
  }

  @Override
  public List<String> nearMisses(ClassView type) {
    return List.of();
  }

  @Override
  public List<RuleReport> reports() {
    return List.of();
  }

  @Override
  public void close() {}
}
