package io.peertap.weaver;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;

/** Rules made of lambdas: the first ones that say yes to a method, each with its tap. */
final class SampleRules implements MethodRules {

  private final Predicate<String> concerned;
  private final List<Rule> rules = new ArrayList<>();

  SampleRules(Predicate<String> concerned) {
    this.concerned = concerned;
  }

  /** Rules for the classes of one test, by how their names begin; those of others may be loaded. */
  static SampleRules of(String prefix) {
    return new SampleRules(name -> name.startsWith(prefix));
  }

  /** Puts one tap at all methods of this name. */
  SampleRules on(String name, RuleTap tap) {
    return on((type, method) -> method.name().equals(name), method -> tap);
  }

  SampleRules on(BiPredicate<ClassView, MethodView> chosen, Function<MethodView, RuleTap> tap) {
    rules.add(new Rule("operations.rule" + rules.size(), chosen, tap));
    return this;
  }

  @Override
  public boolean mayConcern(String binaryName) {
    return concerned.test(binaryName);
  }

  @Override
  public List<Choice> choose(ClassView type) {
    List<Choice> choices = new ArrayList<>();
    for (MethodView method : type.methods()) {
      for (Rule rule : rules) {
        if (rule.chosen.test(type, method)) {
          choices.add(new Choice(method, rule.name, rule.tap.apply(method)));
        }
      }
    }
    return choices;
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

  private record Rule(
      String name, BiPredicate<ClassView, MethodView> chosen, Function<MethodView, RuleTap> tap) {}
}
