package io.peertap.libp2p;

import io.libp2p.protocol.autonat.pb.Autonat;
import io.libp2p.protocol.autonat.pb.Autonat.Message.MessageType;
import io.libp2p.protocol.autonat.pb.Autonat.Message.ResponseStatus;
import io.peertap.api.DialBack;
import io.peertap.api.Direction;
import io.peertap.api.Event;
import io.peertap.api.Events;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/** Peers are asked whether they can reach this node, and ask it whether it can reach them. */
final class AutonatAdvice {

  private static final String PROTOCOL = "autonat";
  private static final Peers PEERS = Telemetry.current().peers();
  private static final Events EVENTS = Telemetry.current().events();
  private static final Event FAILED = EVENTS.event(PROTOCOL, "failed");
  private static final Event ASKED = EVENTS.event(PROTOCOL, "asked");

  private AutonatAdvice() {}

  /** This node asks. */
  public static final class Asking {
    private Asking() {}

    /** When the question has left. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void rpc(@Advice.Return CompletableFuture<?> answer) {
      Ends.of(answer, (message, failure) -> {
        if (failure == null) {
          answered(Direction.INBOUND, (Autonat.Message) message);
        } else {
          FAILED.happened();
        }
      });
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

  /** This node answers, or asks. */
  static void answering(Autonat.MessageOrBuilder message) {
    if (message.getType() == MessageType.DIAL_RESPONSE) {
      answered(Direction.OUTBOUND, message);
    }
  }

  private static void answered(Direction direction, Autonat.MessageOrBuilder answer) {
    PEERS.dialledBack(direction, dialBack(answer.getDialResponse().getStatus()));
  }

  private static DialBack dialBack(ResponseStatus status) {
    return switch (status) {
      case OK -> DialBack.OK;
      case E_DIAL_ERROR -> DialBack.DIAL_ERROR;
      case E_DIAL_REFUSED -> DialBack.DIAL_REFUSED;
      case E_BAD_REQUEST -> DialBack.BAD_REQUEST;
      case E_INTERNAL_ERROR -> DialBack.INTERNAL_ERROR;
      default -> DialBack.OTHER;
    };
  }
}
