package io.peertap.breakers.failsafe;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Where a breaker is made, counts a failure, and changes its state. */
public final class FailsafeInstrumentation implements Instrumentation {

  private static final String BREAKER = "dev.failsafe.internal.CircuitBreakerImpl";
  private static final String OWN = "io.peertap.breakers.failsafe.";

  @Override
  public String name() {
    return "failsafe";
  }

  @Override
  public String root() {
    return "dev.failsafe.";
  }

  @Override
  public String gives() {
    return "circuit breakers by state, failures that they count";
  }

  @Override
  public String versions() {
    return "3.0.0, 3.3.2";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(BREAKER).method(1, "<init>").tap(OWN + "MadeTap"),
        Hook.on("dev.failsafe.internal.CircuitState")
            .method(1, "recordFailure")
            .needs("breaker")
            .advice(OWN + "BreakerAdvice$Fail"),
        Hook.on(BREAKER).method(3, "transitionTo").advice(OWN + "BreakerAdvice$Change"));
  }
}
