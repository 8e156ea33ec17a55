package io.peertap.tron;

import net.bytebuddy.asm.Advice;
import org.tron.p2p.discover.protocol.kad.KadService;

/** A discovery round: a search in steps, each of which is a call from the one before. */
final class RoundAdvice {

  private RoundAdvice() {}

  /** A step begins. */
  public static final class Begin {
    private Begin() {}

    /** The steps are numbered from zero. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void begin(
        @Advice.FieldValue("kadService") KadService service, @Advice.Argument(1) int step) {
      Rounds.entered(service, step);
    }
  }

  /** A step ends, and with the first one the round. */
  public static final class End {
    private End() {}

    /** The method has changed its argument by now. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void end(@Advice.FieldValue("kadService") KadService service) {
      Rounds.left(service);
    }
  }
}
