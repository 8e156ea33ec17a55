package io.peertap.libp2p;

import io.libp2p.protocol.autonat.pb.Autonat;
import io.peertap.api.Event;
import io.peertap.api.Events;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** Peers are asked whether they can reach this node. */
final class AutonatAdvice {

  private static final String PROTOCOL = "autonat";
  private static final Events EVENTS = Telemetry.current().events();
  private static final Event REACHABLE = EVENTS.event(PROTOCOL, "reachable");
  private static final Event UNREACHABLE = EVENTS.event(PROTOCOL, "unreachable");
  private static final Event FAILED = EVENTS.event(PROTOCOL, "failed");
  private static final Event ASKED = EVENTS.event(PROTOCOL, "asked");

  private AutonatAdvice() {}

  /** This node asks. */
  public static final class Asking {
    private Asking() {}

    /** When the question has left. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void rpc(@Advice.Return CompletableFuture<?> answer) {
      Ends.of(answer, (message, failure) -> answered((Autonat.Message) message, failure));
    }
  }

  /** A peer asks this node. */
  public static final class Asked {
    private Asked() {}

    /** Before it is looked for. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onMessage(@Advice.This Object receiver) {
      ASKED.happened();
    }
  }

  private static void answered(Autonat.Message message, Throwable failure) {
    if (failure != null) {
      FAILED.happened();
    } else if (message.getDialResponse().getStatus() == Autonat.Message.ResponseStatus.OK) {
      REACHABLE.happened();
    } else {
      UNREACHABLE.happened();
    }
  }
}
