package io.peertap.jgroups;

import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.protocols.TP;
import org.jgroups.util.AverageMinMax;

/**
 * Round-trip tests with all members, which no release before 5.4 has a class for: nobody runs one
 * unless the application asks.
 */
final class RttAdvice {

  private RttAdvice() {}

  /** A test is to begin. */
  public static final class Begun {
    private Begun() {}

    /** Before anybody is asked. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void rtt(@Advice.This Object test, @Advice.FieldValue("transport") TP transport) {
      RoundTrips.begun(test, transport.addr());
    }
  }

  /** Somebody has answered. */
  public static final class Answered {
    private Answered() {}

    /** Before the answer counts. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void handleResponse(
        @Advice.This Object test,
        @Advice.Argument(0) Address sender,
        @Advice.Argument(1) int index,
        @Advice.FieldValue("times") Map<Address, long[]> times) {
      long now = System.nanoTime();
      long[] asked = times.get(sender);
      if (asked != null) {
        RoundTrips.answered(test, sender, now - asked[index]);
      }
    }
  }

  /** Nobody waits any more. */
  public static final class Over {
    private Over() {}

    /** With the answers of each member. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void rtt(
        @Advice.Return Map<Address, AverageMinMax> answers,
        @Advice.This Object test,
        @Advice.Argument(0) int requests) {
      RoundTrips.over(test, requests, answers);
    }
  }
}
