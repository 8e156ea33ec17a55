package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.operations.executor.ExecutorTaps;
import io.peertap.operations.executor.Group;
import io.peertap.operations.pattern.ClassPatterns;
import java.util.List;

/** A rule about executors that the application has classes of its own for. */
final class ExecutorRule extends Rule {

  private static final String PACKAGE = "java.util.concurrent.";
  private static final String EXECUTE = "execute(java.lang.Runnable)";
  private static final String BEFORE = "beforeExecute(java.lang.Thread,java.lang.Runnable)";
  private static final String AFTER = "afterExecute(java.lang.Runnable,java.lang.Throwable)";
  private static final String OPTION = "jdk.executors=on";

  private final ClassPatterns patterns;
  private final String measures;
  private final boolean jdk;
  private final Group group;
  private final ExecutorTaps taps;

  ExecutorRule(
      RuleText text, int budget, ClassPatterns patterns, String measures, ExecutorRules executors) {
    super(text.id(), text.origin(), budget);
    this.patterns = patterns;
    this.measures = measures;
    this.jdk = !executors.ofJdk().isEmpty();
    this.group = executors.pools().group(text.name());
    this.taps = new ExecutorTaps(executors.pools(), group);
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
  void close() {
    group.close();
  }

  @Override
  void look(ClassView type, Findings findings) {
    if (!patterns.matches(type)) {
      return;
    }
    if (!is(type, "Executor")) {
      findings.missed(type.name(), "it is no java.util.concurrent.Executor");
      return;
    }
    boolean threads = is(type, "ThreadPoolExecutor");
    boolean queue = threads || is(type, "ForkJoinPool");
    boolean runs = (threads && jdk) || (declares(type, BEFORE) && declares(type, AFTER));
    for (MethodView method : type.methods()) {
      if (method.isConstructor()) {
        if (queue) {
          findings.chosen(method, taps.made());
        }
      } else if (method.hasCode() && !method.isStatic()) {
        look(method, threads, runs, findings);
      }
    }
    if (!runs || !threads) {
      tellUnseen(type, threads, findings);
    }
  }

  private void look(MethodView method, boolean threads, boolean runs, Findings findings) {
    switch (method.toString()) {
      case EXECUTE -> findings.chosen(method, taps.submit());
      case BEFORE -> {
        if (threads) {
          findings.chosen(method, taps.begin(runs));
        }
      }
      case AFTER -> {
        if (threads && runs) {
          findings.chosen(method, taps.end());
        }
      }
      default -> {}
    }
  }

  private static void tellUnseen(ClassView type, boolean threads, Findings findings) {
    if (!threads) {
      findings.missed(
          type.name(), "it is no ThreadPoolExecutor: run and wait time of its tasks are not seen");
    } else if (!declares(type, BEFORE)) {
      findings.missed(type.name(), "declares no beforeExecute: run and wait time need " + OPTION);
    } else if (!declares(type, AFTER)) {
      findings.missed(type.name(), "declares no afterExecute: run time needs " + OPTION);
    }
  }

  private static boolean is(ClassView type, String name) {
    return type.hasSupertype(above -> above.equals(PACKAGE + name));
  }

  private static boolean declares(ClassView type, String method) {
    for (MethodView each : type.methods()) {
      if (each.toString().equals(method)) {
        return true;
      }
    }
    return false;
  }
}
