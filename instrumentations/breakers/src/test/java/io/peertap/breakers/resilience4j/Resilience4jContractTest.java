package io.peertap.breakers.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine;
import io.peertap.api.Instrumentation;
import io.peertap.test.InstrumentationContract;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Breakers of resilience4j keep every instrumentation's promises. */
class Resilience4jContractTest extends InstrumentationContract {

  @Override
  protected Instrumentation instrumentation() {
    return new Resilience4jInstrumentation();
  }

  @Override
  protected List<String> transcript() {
    List<String> transcript = new ArrayList<>();
    CircuitBreaker breaker = CircuitBreaker.ofDefaults("backend");
    for (int i = 0; i < 5; i++) {
      transcript.add("permitted " + breaker.tryAcquirePermission());
      breaker.onError(1, TimeUnit.MILLISECONDS, new IllegalStateException());
      transcript.add("failed " + breaker.getMetrics().getNumberOfFailedCalls());
      breaker.transitionToOpenState();
      breaker.transitionToClosedState();
      transcript.add(breaker.getState().toString());
    }
    return transcript;
  }

  /** Releases differ in what their longest constructor takes. */
  @Override
  protected List<String> unreachable() {
    List<String> unreachable = new ArrayList<>(
        List.of("CircuitBreakerStateMachine#<init>/4", "CircuitBreakerStateMachine#<init>/5"));
    for (Constructor<?> each : CircuitBreakerStateMachine.class.getDeclaredConstructors()) {
      unreachable.remove("CircuitBreakerStateMachine#<init>/" + each.getParameterCount());
    }
    return unreachable;
  }
}
