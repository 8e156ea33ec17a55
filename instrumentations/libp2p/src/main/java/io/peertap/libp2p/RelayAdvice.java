package io.peertap.libp2p;

import io.libp2p.core.Connection;
import io.libp2p.core.Host;
import io.libp2p.core.Stream;
import io.libp2p.protocol.circuit.pb.Circuit.HopMessage;
import io.netty.buffer.ByteBuf;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import net.bytebuddy.asm.Advice;

/** This node carries circuits for others, and asks others to carry its own. */
final class RelayAdvice {

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

  /** This node asks a relay for something. */
  public static final class Asked {
    private Asked() {}

    /** When the request has left. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void rpc(
        @Advice.Return CompletableFuture<?> answer,
        @Advice.Argument(0) HopMessage request,
        @Advice.FieldValue("stream") Stream stream) {
      if (request.getType() == HopMessage.Type.RESERVE) {
        Connection relay = stream.getConnection();
        boolean refresh = Reservations.isHeld(relay);
        Ends.of(
            answer, (message, failure) -> Reservations.asked(relay, refresh, (HopMessage) message));
      }
    }
  }

  /** A host can be a relay. */
  public static final class Offered {
    private Offered() {}

    /** Before its protocol knows it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void setHost(@Advice.Argument(0) Host host) {
      Offers.offered(host);
    }
  }

  /** A host stops. */
  public static final class Stopped {
    private Stopped() {}

    /** Before its network closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void stop(@Advice.This Host host) {
      Offers.over(host);
    }
  }

  /** A transport looks for relays. */
  public static final class Searching {
    private Searching() {}

    /** When its search is scheduled. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void initialize(
        @Advice.This Object transport, @Advice.FieldValue("relayCount") AtomicInteger wanted) {
      Offers.wanted(transport, wanted);
    }
  }

  /** It does so no longer. */
  public static final class Closed {
    private Closed() {}

    /** Before its streams close. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.This Object transport) {
      Offers.over(transport);
    }
  }
}
