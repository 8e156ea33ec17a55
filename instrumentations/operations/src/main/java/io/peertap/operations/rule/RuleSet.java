package io.peertap.operations.rule;

import io.peertap.api.rule.Choice;
import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodRules;
import io.peertap.api.rule.RuleLine;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rules in force. Conventions are read when the first class comes whose name may be one of theirs: a
 * JVM without such a class never pays for them. What looks into classes is in classes of its own, not
 * loaded before.
 */
public final class RuleSet implements MethodRules {

  private final RuleSettings settings;
  private final Consumer<String> problems;
  private final Book written;
  private final ExecutorRules executors;
  private volatile Book conventions;
  private RuleSet later;
  private boolean told;

  private RuleSet(
      RuleSettings settings, Consumer<String> problems, Book written, ExecutorRules executors) {
    this.settings = settings;
    this.problems = problems;
    this.written = written;
    this.executors = executors;
  }

  /** Checks rules, and takes over those of {@code earlier}, or null, that say the same. */
  public static RuleSet compile(
      List<RuleLine> lines, RuleSettings settings, RuleSet earlier, Consumer<String> problems) {
    Book before = earlier == null ? Book.EMPTY : earlier.written;
    ExecutorRules executors =
        earlier == null ? new ExecutorRules(settings.jdkExecutors()) : earlier.executors;
    Book written = lines.isEmpty()
        ? Book.EMPTY
        : Book.written(lines, settings.getters(), executors, before, problems);
    RuleSet rules = new RuleSet(settings, problems, written, executors);
    if (earlier != null) {
      rules.follow(earlier);
    }
    return rules;
  }

  private void follow(RuleSet earlier) {
    if (earlier.conventions != null) {
      conventions = readConventions(earlier.conventions);
    }
    earlier.replacedBy(this);
  }

  private synchronized void replacedBy(RuleSet rules) {
    later = rules;
  }

  @Override
  public boolean mayConcern(String binaryName) {
    return writtenConcern(binaryName) || conventionsConcern(binaryName) || jdkConcerns(binaryName);
  }

  private boolean writtenConcern(String binaryName) {
    List<Rule> rules = written.rules();
    if (rules.isEmpty() || Names.isNever(binaryName)) {
      return false;
    }
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).mayConcern(binaryName)) {
        return true;
      }
    }
    return false;
  }

  private boolean conventionsConcern(String binaryName) {
    return settings.conventions() && ConventionNames.mayConcern(binaryName);
  }

  private boolean jdkConcerns(String binaryName) {
    List<Rule> rules = executors.ofJdk();
    return !rules.isEmpty() && rules.get(0).mayConcern(binaryName);
  }

  @Override
  public List<Choice> choose(ClassView type) {
    return Chooser.choose(this, type);
  }

  @Override
  public List<String> nearMisses(ClassView type) {
    return Misses.find(this, type);
  }

  /** Lets the rules that may concern a class look at it. */
  void look(ClassView type, Look look) {
    if (writtenConcern(type.name())) {
      look.at(written.rules(), false);
    }
    if (conventionsConcern(type.name())) {
      look.at(conventions().rules(), true);
    }
    look.at(executors.ofJdk(), false);
  }

  private Book conventions() {
    Book known = conventions;
    if (known == null) {
      synchronized (this) {
        known = conventions == null ? readConventions(Book.EMPTY) : conventions;
        conventions = known;
      }
    }
    return known;
  }

  private Book readConventions(Book earlier) {
    return settings.conventions()
        ? Book.conventions(written.names(), earlier, problems)
        : Book.EMPTY;
  }

  @Override
  public List<RuleReport> reports() {
    List<RuleReport> reports = new ArrayList<>();
    for (Rule rule : written.rules()) {
      reports.add(rule.report());
    }
    for (Rule rule : executors.ofJdk()) {
      reports.add(rule.report());
    }
    Book known = conventions;
    for (Rule rule : known == null ? List.<Rule>of() : known.rules()) {
      if (rule.size() > 0) {
        reports.add(rule.report());
      }
    }
    return reports;
  }

  @Override
  public void declare() {
    for (Rule rule : all()) {
      if (rule.size() > 0) {
        rule.declare();
      }
    }
  }

  @Override
  public void close() {
    RuleSet successor;
    synchronized (this) {
      successor = later;
    }
    List<Rule> goingOn = successor == null ? List.of() : successor.all();
    for (Rule rule : all()) {
      if (!goingOn.contains(rule)) {
        rule.close();
      }
    }
  }

  private List<Rule> all() {
    List<Rule> all = new ArrayList<>(written.rules());
    all.addAll(executors.ofJdk());
    Book known = conventions;
    if (known != null) {
      all.addAll(known.rules());
    }
    return all;
  }

  /** Whether a method may be hooked: each is admitted once, whoever asks again. */
  synchronized boolean admits(Rule rule, String method) {
    if (rule.hasChosen(method)) {
      return true;
    }
    if (!rule.hasRoom()) {
      if (rule.tellsBudget()) {
        problems.accept(rule.origin() + ": " + overBudget(rule, method));
      }
      return false;
    }
    if (isFull()) {
      if (!told) {
        problems.accept(rule.origin() + ": " + overAll(rule, method));
      }
      told = true;
      return false;
    }
    rule.choose(method);
    return true;
  }

  /** Whether the budget of all rules is used up. */
  boolean isFull() {
    int chosen = 0;
    for (Rule rule : all()) {
      chosen += rule.size();
    }
    return chosen >= settings.budget();
  }

  /** A method is beyond the budget of its rule. */
  static String overBudget(Rule rule, String method) {
    return rule.name() + ": " + method + " is beyond the rule's budget of " + rule.budget()
        + " methods and not counted, nor is what comes after it; narrow the patterns or raise "
        + rule.id() + ".budget";
  }

  /** A method is beyond the budget of all rules. */
  String overAll(Rule rule, String method) {
    return rule.name() + ": " + method + " is beyond the budget of " + settings.budget()
        + " methods for all rules and not counted, nor is what comes after it; narrow the patterns"
        + " or raise operations.methods.max";
  }
}
