package io.peertap.breakers.resilience4j;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** Where a breaker is made, counts a failure, and changes its state. */
public final class Resilience4jInstrumentation implements Instrumentation {

  private static final String BREAKER =
      "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine";
  private static final String OWN = "io.peertap.breakers.resilience4j.";

  @Override
  public String name() {
    return "resilience4j";
  }

  @Override
  public String root() {
    return "io.github.resilience4j.";
  }

  @Override
  public String gives() {
    return "circuit breakers by state, failures that they count";
  }

  @Override
  public String versions() {
    return "1.0.0, 1.7.1, 2.4.0";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        Hook.on(BREAKER).method(4, "<init>").optional().tap(OWN + "MadeTap"),
        Hook.on(BREAKER).method(5, "<init>").optional().tap(OWN + "MadeTap"), // 1.7: tags, a clock.
        Hook.on(BREAKER).method(4, "publishCircuitErrorEvent").advice(OWN + "BreakerAdvice$Fail"),
        Hook.on(BREAKER)
            .method(1, "publishStateTransitionEvent")
            .advice(OWN + "BreakerAdvice$Change"));
  }
}
