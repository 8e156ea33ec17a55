package io.peertap.breakers.failsafe;

import dev.failsafe.CircuitBreaker;
import io.peertap.api.BreakerState;
import io.peertap.breakers.Known;

/** The breakers of this copy of the library, which have no names. */
final class Circuits {

  static final Known<CircuitBreaker<?>> KNOWN = new Known<>(unnamed -> null, Circuits::state);

  private Circuits() {}

  private static BreakerState state(CircuitBreaker<?> breaker) {
    return switch (breaker.getState()) {
      case CLOSED -> BreakerState.CLOSED;
      case OPEN -> BreakerState.OPEN;
      case HALF_OPEN -> BreakerState.HALF_OPEN;
    };
  }
}
