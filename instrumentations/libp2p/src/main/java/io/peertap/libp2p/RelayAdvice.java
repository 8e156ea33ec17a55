package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessage;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessageOrBuilder;
import io.libp2p.protocol.circuit.pb.Circuit.Status;
import io.netty.buffer.ByteBuf;
import io.peertap.api.RelayAnswer;
import io.peertap.api.RelayRequest;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/** This node carries circuits for others. */
final class RelayAdvice {

  private static final Relays RELAYS = Telemetry.current().relays();

  private RelayAdvice() {}

  /** One way of a circuit is set up. */
  public static final class Proxied {
    private Proxied() {}

    /** When it is there. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void built(@Advice.This Object way, @Advice.Argument(0) Stream target) {
      Circuits.proxied(way, target);
    }
  }

  /** One way of a circuit carries something. */
  public static final class Carried {
    private Carried() {}

    /** Before it goes on. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelRead(@Advice.This Object way, @Advice.Argument(1) Object message) {
      if (message instanceof ByteBuf bytes) {
        Circuits.carried(way, bytes.readableBytes());
      }
    }
  }

  /** Something is written to a stream; it may be a relay's answer. */
  public static final class Answered {
    private Answered() {}

    /** Before it leaves. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writeAndFlush(@Advice.Argument(0) Object message) {
      if (message instanceof HopMessageOrBuilder hop && hop.getType() == HopMessage.Type.STATUS) {
        RELAYS.answered(request(hop), answer(hop.getStatus()));
      }
    }
  }

  private static RelayRequest request(HopMessageOrBuilder answer) {
    return answer.hasReservation() || answer.getStatus() == Status.RESERVATION_REFUSED
        ? RelayRequest.RESERVE
        : RelayRequest.CONNECT;
  }

  private static RelayAnswer answer(Status status) {
    if (status == Status.OK) {
      return RelayAnswer.OK;
    }
    return status == Status.RESERVATION_REFUSED
            || status == Status.NO_RESERVATION
            || status == Status.RESOURCE_LIMIT_EXCEEDED
            || status == Status.PERMISSION_DENIED
        ? RelayAnswer.REJECTED
        : RelayAnswer.ERROR;
  }
}
