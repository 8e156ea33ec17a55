package io.peertap.breakers.resilience4j;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.peertap.api.Event;
import net.bytebuddy.asm.Advice;

/** What a breaker publishes, whether anybody listens or not; on the caller's thread. */
final class BreakerAdvice {

  private BreakerAdvice() {}

  /** A call failed in a way that counts. */
  public static final class Fail {
    private Fail() {}

    /** One that is switched off counts nothing. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void publishCircuitErrorEvent(@Advice.This Object breaker) {
      CircuitBreaker failed = (CircuitBreaker) breaker;
      if (failed.getState() != CircuitBreaker.State.DISABLED) {
        StateMachines.KNOWN.failed(failed);
      }
    }
  }

  /** The state changes: whoever was there before the agent is seen now. */
  public static final class Change {
    private Change() {}

    /** Which state it is, is read later. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void publishStateTransitionEvent(@Advice.This Object breaker) {
      Event unused = StateMachines.KNOWN.meet((CircuitBreaker) breaker);
    }
  }
}
