package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleReport;
import io.peertap.api.rule.RuleTap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One rule: what it chooses, and what it has chosen so far. */
abstract class Rule {

  private final String name;
  private final int budget;
  private final Set<String> chosen = new LinkedHashSet<>();
  private volatile String origin;
  private boolean told;

  /** Takes what a rule says of a class. */
  interface Findings {

    /** This tap belongs at this method. */
    void chosen(MethodView method, RuleTap tap);

    /** Something came close. */
    void missed(String what, String why);
  }

  Rule(String name, String origin, int budget) {
    this.name = name;
    this.origin = origin;
    this.budget = budget;
  }

  /** Whether it may choose from the class of this name. */
  abstract boolean mayConcern(String binaryName);

  /** Looks at a class. */
  abstract void look(ClassView type, Findings findings);

  /** Its patterns, as written. */
  abstract List<String> patterns();

  /** What it measures, in words. */
  abstract String measures();

  /** Its series stand from now on, if they can be known before a call. */
  void declare() {}

  /** Takes over what a rule of the same name, which it replaces, has begun and not ended. */
  void follow(Rule earlier) {}

  /** It is not in force any more: nothing of it is read, and what it has begun is let go. */
  void close() {}

  /** Its name for people; rules of one text differ in what stands behind the text's name. */
  String name() {
    return name;
  }

  /** What it is about. */
  String subject() {
    return name.substring(0, name.indexOf('.'));
  }

  /** The name of its text, {@code gossip.blocks} of {@code gossip.blocks.publish}. */
  String id() {
    int third = name.indexOf('.', name.indexOf('.') + 1);
    return third < 0 ? name : name.substring(0, third);
  }

  String origin() {
    return origin;
  }

  /** It stands elsewhere now. */
  void movedTo(String newOrigin) {
    origin = newOrigin;
  }

  int budget() {
    return budget;
  }

  /** Methods chosen so far. */
  synchronized int size() {
    return chosen.size();
  }

  synchronized boolean hasChosen(String method) {
    return chosen.contains(method);
  }

  /** Whether one more method is within its budget. */
  synchronized boolean hasRoom() {
    return chosen.size() < budget;
  }

  synchronized void choose(String method) {
    chosen.add(method);
  }

  /** Whether its full budget is to be told; true once. */
  synchronized boolean tellsBudget() {
    boolean first = !told;
    told = true;
    return first;
  }

  synchronized RuleReport report() {
    return new RuleReport(name, origin, patterns(), measures(), new ArrayList<>(chosen));
  }
}
