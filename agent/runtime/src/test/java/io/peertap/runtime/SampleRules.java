package io.peertap.runtime;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A {@code *} at a class's begin stands for {@code implements}; names ending in Greeter are conventional. */
final class SampleRules implements MethodRules {

  final RuleSettings settings;
  final SampleRules earlier;
  final Consumer<String> problems;
  private final Map<RuleLine, List<String>> chosen = new LinkedHashMap<>();
  private final List<String> conventional = new ArrayList<>();
  boolean closed;

  SampleRules(
      List<RuleLine> lines, RuleSettings settings, SampleRules earlier, Consumer<String> problems) {
    this.settings = settings;
    this.earlier = earlier;
    this.problems = problems;
    for (RuleLine line : lines) {
      chosen.put(line, new ArrayList<>());
    }
  }

  @Override
  public boolean mayConcern(String binaryName) {
    return true;
  }

  @Override
  public List<Choice> choose(ClassView type) {
    List<Choice> choices = new ArrayList<>();
    for (MethodView method : type.methods()) {
      String found = type.name() + '#' + method;
      for (Map.Entry<RuleLine, List<String>> rule : chosen.entrySet()) {
        if (isMeant(type, rule.getKey()) && method.name().equals(methodOf(rule.getKey()))) {
          rule.getValue().add(found);
          choices.add(new Choice(method, rule.getKey().key(), null));
        }
      }
      if (settings.conventions() && type.name().endsWith("Greeter") && !method.isConstructor()) {
        conventional.add(found);
      }
    }
    return choices;
  }

  @Override
  public List<String> nearMisses(ClassView type) {
    List<String> misses = new ArrayList<>();
    for (RuleLine rule : chosen.keySet()) {
      for (MethodView method : type.methods()) {
        if (isMeant(type, rule)
            && method.name().equalsIgnoreCase(methodOf(rule))
            && !method.name().equals(methodOf(rule))) {
          misses.add(rule.key() + ": " + type.name() + '#' + method + " is spelt otherwise");
        }
      }
    }
    return misses;
  }

  @Override
  public List<RuleReport> reports() {
    List<RuleReport> reports = new ArrayList<>();
    for (Map.Entry<RuleLine, List<String>> rule : chosen.entrySet()) {
      RuleLine line = rule.getKey();
      reports.add(new RuleReport(
          line.key(), line.origin(), List.of(line.value()), "calls", List.copyOf(rule.getValue())));
    }
    reports.add(new RuleReport(
        "calls.greeting",
        "convention",
        List.of("*Greeter"),
        "greetings",
        List.copyOf(conventional)));
    return reports;
  }

  @Override
  public void close() {
    closed = true;
  }

  private static boolean isMeant(ClassView type, RuleLine rule) {
    String name = rule.value().substring(0, rule.value().indexOf('#'));
    return name.startsWith("*")
        ? type.hasSupertype(name.substring(1)::equals)
        : type.name().equals(name);
  }

  private static String methodOf(RuleLine rule) {
    return rule.value().substring(rule.value().indexOf('#') + 1);
  }
}
