package io.peertap.breakers.failsafe;

import dev.failsafe.CircuitBreaker;
import io.peertap.api.Event;
import net.bytebuddy.asm.Advice;

/** What a breaker does, on the thread of a call or of a timer. */
final class BreakerAdvice {

  private BreakerAdvice() {}

  /** A failure is counted, whatever the state is. */
  public static final class Fail {
    private Fail() {}

    /** Before it may change the state. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void recordFailure(@Advice.FieldValue("breaker") Object breaker) {
      Circuits.KNOWN.failed((CircuitBreaker<?>) breaker);
    }
  }

  /** The state changes: whoever was there before the agent is seen now. */
  public static final class Change {
    private Change() {}

    /** Which state it is, is read later. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void transitionTo(@Advice.This Object breaker) {
      Event unused = Circuits.KNOWN.meet((CircuitBreaker<?>) breaker);
    }
  }
}
