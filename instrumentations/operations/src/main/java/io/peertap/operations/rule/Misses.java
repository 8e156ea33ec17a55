package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.List;

/** Collects what came close. */
final class Misses extends Look {

  private final RuleSet rules;
  private final List<String> lines = new ArrayList<>();

  private Misses(RuleSet rules, ClassView type) {
    super(type);
    this.rules = rules;
  }

  static List<String> find(RuleSet rules, ClassView type) {
    Misses misses = new Misses(rules, type);
    rules.look(type, misses);
    return misses.lines;
  }

  @Override
  public void chosen(MethodView method, RuleTap tap) {
    String name = named(method);
    if (!rule().hasChosen(name) && !rule().hasRoom()) {
      lines.add(RuleSet.overBudget(rule(), name));
    } else if (!rule().hasChosen(name) && rules.isFull()) {
      lines.add(rules.overAll(rule(), name));
    }
    if (Publishers.isPublisher(method.returns())) {
      lines.add(rule().name() + ": " + name + ": it returns a " + method.returns()
          + ": what is counted ends at the return, not with the subscription");
    }
  }

  /** Classes whose names only look like a convention's are not told: there are many. */
  @Override
  public void missed(String what, String why) {
    if (!isConvention() || what.indexOf('#') >= 0) {
      lines.add(rule().name() + ": " + what + ": " + why);
    }
  }
}
