package io.peertap.operations.rule;

import io.peertap.api.rule.ClassView;
import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.executor.JdkTaps;
import io.peertap.operations.executor.Pools;
import java.util.List;

/** The option that has the executors of the JDK measured, as the rule that it stands for. */
final class JdkExecutorRule extends Rule {

  private static final int BUDGET = 100;

  private final Pools pools;
  private final JdkTaps taps;

  JdkExecutorRule(Pools pools) {
    super("jdk.executors", "option jdk.executors", BUDGET);
    this.pools = pools;
    this.taps = new JdkTaps(pools);
  }

  @Override
  boolean mayConcern(String binaryName) {
    return JdkTaps.concern(binaryName);
  }

  @Override
  List<String> patterns() {
    return List.of("java.util.concurrent.ThreadPoolExecutor", "java.util.concurrent.ForkJoinPool");
  }

  @Override
  String measures() {
    return "executors of the JDK";
  }

  @Override
  void look(ClassView type, Findings findings) {
    for (MethodView method : type.methods()) {
      RuleTap tap = taps.at(type.name() + '#' + method);
      if (tap != null) {
        findings.chosen(method, tap);
      }
    }
  }

  @Override
  void close() {
    pools.closePlain();
  }
}
