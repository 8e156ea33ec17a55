package io.peertap.breakers.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.peertap.api.BreakerState;
import io.peertap.breakers.Known;

/** The breakers of this copy of the library. */
final class StateMachines {

  static final Known<CircuitBreaker> KNOWN =
      new Known<>(CircuitBreaker::getName, StateMachines::state);

  private StateMachines() {}

  /** One that is switched off, or only counts, lets calls pass. */
  private static BreakerState state(CircuitBreaker breaker) {
    return switch (breaker.getState()) {
      case OPEN, FORCED_OPEN -> BreakerState.OPEN;
      case HALF_OPEN -> BreakerState.HALF_OPEN;
      default -> BreakerState.CLOSED;
    };
  }
}
