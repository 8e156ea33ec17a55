package io.peertap.api.rule;

/**
 * What holds for all rules.
 *
 * @param conventions whether well-known names are recognised without a rule
 * @param getters whether expressions may call getters, which run the application's code
 * @param budget methods that all rules together may hook
 * @param jdkExecutors whether the executors of the JDK itself may be hooked
 */
public record RuleSettings(boolean conventions, boolean getters, int budget, boolean jdkExecutors) {

  /** Without the JDK's executors. */
  public RuleSettings(boolean conventions, boolean getters, int budget) {
    this(conventions, getters, budget, false);
  }
}
