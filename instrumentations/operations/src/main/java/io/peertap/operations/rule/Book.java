package io.peertap.operations.rule;

import io.peertap.api.rule.RuleLine;
import io.peertap.operations.expression.Access;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Rules that were read from lines, each known by what it says. */
final class Book {

  /** Says nothing. */
  static final Book EMPTY = new Book();

  private final Map<String, List<Rule>> byDefinition = new LinkedHashMap<>();
  private final Set<String> names = new HashSet<>();
  private final List<Rule> rules = new ArrayList<>();

  private Book() {}

  /** Reads rules, and takes over those of an earlier book that say the same. */
  static Book written(
      List<RuleLine> lines,
      boolean getters,
      ExecutorRules executors,
      Book earlier,
      Consumer<String> problems) {
    return read(lines, Set.of(), false, getters, executors, earlier, problems);
  }

  /** Reads the conventions but those whose names rules have. */
  static Book conventions(Set<String> without, Book earlier, Consumer<String> problems) {
    ExecutorRules none = new ExecutorRules(false);
    return read(Conventions.lines(), without, true, false, none, earlier, problems);
  }

  private static Book read(
      List<RuleLine> lines,
      Set<String> without,
      boolean convention,
      boolean getters,
      ExecutorRules executors,
      Book earlier,
      Consumer<String> consumer) {
    Book book = new Book();
    RuleProblems problems = new RuleProblems(consumer);
    for (RuleText text : RuleTexts.of(lines, problems)) {
      if (!without.contains(text.id())) {
        book.names.add(text.id());
        Access access = new Access(getters, consumer);
        book.add(text, access, convention, executors, earlier, problems);
      }
    }
    return book;
  }

  private void add(
      RuleText text,
      Access access,
      boolean convention,
      ExecutorRules executors,
      Book earlier,
      RuleProblems problems) {
    String definition = text.definition(access.getters());
    List<Rule> same = text.isBroken() ? null : earlier.byDefinition.get(definition);
    List<Rule> compiled = same == null
        ? RuleCompiler.compile(text, new Keys(text, access, problems), convention, executors)
        : same;
    if (!compiled.isEmpty()) {
      byDefinition.put(definition, compiled);
    }
    for (Rule rule : compiled) {
      rule.movedTo(text.origin());
      rules.add(rule);
      if (same == null) {
        earlier.followedBy(rule);
      }
    }
  }

  private void followedBy(Rule rule) {
    for (Rule each : rules) {
      if (each.name().equals(rule.name())) {
        rule.follow(each);
      }
    }
  }

  /** The names under which something was written, also what was broken. */
  Set<String> names() {
    return names;
  }

  List<Rule> rules() {
    return rules;
  }
}
