package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import java.util.List;

/** Goes over the rules that may concern one class. */
abstract class Look implements Rule.Findings {

  private final ClassView type;
  private Rule rule;
  private boolean convention;

  Look(ClassView type) {
    this.type = type;
  }

  final void at(List<Rule> rules, boolean conventional) {
    convention = conventional;
    for (Rule each : rules) {
      if (each.mayConcern(type.name())) {
        rule = each;
        each.look(type, this);
      }
    }
  }

  /** The rule that looks now. */
  final Rule rule() {
    return rule;
  }

  /** Whether it is a convention. */
  final boolean isConvention() {
    return convention;
  }

  /** A method's name for people. */
  final String named(MethodView method) {
    return type.name() + '#' + method;
  }
}
