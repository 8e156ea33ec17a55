package io.peertap.operations.rule;

import io.peertap.operations.executor.Pools;
import java.util.List;

/** What the rules of one agent about executors have in common, from the first edition to the last. */
final class ExecutorRules {

  private final List<Rule> ofJdk;
  private Pools pools;

  /**
   * Nothing yet.
   *
   * @param jdk whether the JDK's own executors may be hooked
   */
  ExecutorRules(boolean jdk) {
    ofJdk = jdk ? List.of(new JdkExecutorRule(pools())) : List.of();
  }

  /** The rules about the JDK's own classes: one, or none. */
  List<Rule> ofJdk() {
    return ofJdk;
  }

  /** The executors that are known; none before there is a rule about them. */
  final synchronized Pools pools() {
    if (pools == null) {
      pools = new Pools();
    }
    return pools;
  }
}
