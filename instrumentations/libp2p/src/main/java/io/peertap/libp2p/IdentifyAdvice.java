package io.peertap.libp2p;

import identify.pb.IdentifyOuterClass.Identify;
import io.libp2p.core.Stream;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/** Peers tell each other what they run. */
final class IdentifyAdvice {

  private static final Peers PEERS = Telemetry.current().peers();

  private IdentifyAdvice() {}

  /** A peer says what it runs. */
  public static final class Told {
    private Told() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onMessage(
        @Advice.Argument(0) Stream stream, @Advice.Argument(1) Identify said) {
      PEERS.identifyExchanged(Direction.OUTBOUND);
      Connection connection = Handles.of(stream.getConnection());
      if (connection != null) {
        connection.identified(
            null,
            said.hasAgentVersion() ? said.getAgentVersion() : null,
            said.hasProtocolVersion() ? said.getProtocolVersion() : null);
      }
    }
  }

  /** A peer asks. */
  public static final class Asked {
    private Asked() {}

    /** Before it is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onActivated(@Advice.This Object handler) {
      PEERS.identifyExchanged(Direction.INBOUND);
    }
  }
}
