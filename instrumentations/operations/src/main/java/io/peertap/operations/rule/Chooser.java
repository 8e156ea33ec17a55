package io.peertap.operations.rule;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects what is chosen. A method that a rule chose is no convention's of the same subject. */
final class Chooser extends Look {

  private final RuleSet rules;
  private final List<Choice> choices = new ArrayList<>();
  private final Set<String> byRule = new HashSet<>();

  private Chooser(RuleSet rules, ClassView type) {
    super(type);
    this.rules = rules;
  }

  static List<Choice> choose(RuleSet rules, ClassView type) {
    Chooser chooser = new Chooser(rules, type);
    rules.look(type, chooser);
    return chooser.choices;
  }

  @Override
  public void chosen(MethodView method, RuleTap tap) {
    String name = named(method);
    String ofSubject = rule().subject() + ' ' + name;
    if ((isConvention() && byRule.contains(ofSubject)) || !rules.admits(rule(), name)) {
      return;
    }
    choices.add(new Choice(method, rule().name(), tap));
    if (!isConvention()) {
      byRule.add(ofSubject);
    }
  }

  @Override
  public void missed(String what, String why) {}
}
