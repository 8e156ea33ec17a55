package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.pattern.MethodPatterns;
import io.peertap.operations.pattern.Verdict;
import io.peertap.operations.result.SuspendTap;
import io.peertap.operations.result.Suspendable;
import io.peertap.operations.result.SuspendedCalls;
import io.peertap.operations.tap.Shape;
import io.peertap.operations.tap.Taps;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A rule about calls of methods. */
final class MethodRule extends Rule {

  private final MethodPatterns patterns;
  private final String measures;
  private final Taps taps;
  private final boolean convention;
  private final Map<Shape, RuleTap> byShape = new ConcurrentHashMap<>();
  private final Map<String, RuleTap> suspending = new ConcurrentHashMap<>();
  private Map<String, SuspendedCalls> suspended = new ConcurrentHashMap<>();
  private boolean followed;

  MethodRule(
      String name,
      String origin,
      int budget,
      MethodPatterns patterns,
      String measures,
      Taps taps,
      boolean convention) {
    super(name, origin, budget);
    this.patterns = patterns;
    this.measures = measures;
    this.taps = taps;
    this.convention = convention;
  }

  @Override
  boolean mayConcern(String binaryName) {
    return patterns.mayConcern(binaryName);
  }

  @Override
  List<String> patterns() {
    return patterns.texts();
  }

  @Override
  String measures() {
    return measures;
  }

  @Override
  void look(ClassView type, Findings findings) {
    patterns.judge(type, new Verdict() {
      @Override
      public void chosen(MethodView method) {
        judge(type, method, findings);
      }

      @Override
      public void missed(String what, String why) {
        findings.missed(what, why);
      }
    });
  }

  private void judge(ClassView type, MethodView method, Findings findings) {
    String what = type.name() + '#' + method;
    if (convention && Conventions.excludes(method)) {
      findings.missed(what, "conventions leave out private methods, getters and setters");
    } else if (!SuspendTap.isSuspend(method)) {
      findings.chosen(method, byShape.computeIfAbsent(Shape.of(method), taps::make));
    } else if (SuspendTap.isFollowed(type, method)) {
      findings.chosen(method, suspending.computeIfAbsent(what, key -> suspending(key, method)));
    } else {
      findings.missed(
          what,
          "it hands on to another suspend function and its end cannot be seen; hook that one");
    }
  }

  private RuleTap suspending(String what, MethodView method) {
    RuleTap tap = taps.make(Shape.of(method));
    SuspendedCalls calls = suspended.computeIfAbsent(what, key -> new SuspendedCalls());
    return new SuspendTap((Suspendable) tap, method, calls);
  }

  /** What is suspended goes on in functions that ask the taps of this rule from now on. */
  @Override
  void follow(Rule earlier) {
    if (earlier instanceof MethodRule rule) {
      suspended = rule.suspended;
      rule.followed = true;
      taps.follow(rule.taps);
    }
  }

  @Override
  void declare() {
    taps.declare();
  }

  @Override
  void close() {
    taps.close();
    if (!followed) {
      for (SuspendedCalls each : suspended.values()) {
        each.release();
      }
    }
  }
}
