package io.peertap.libp2p;

import identify.pb.IdentifyOuterClass.Identify;
import identify.pb.IdentifyOuterClass.IdentifyOrBuilder;
import io.libp2p.core.Stream;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/** A peer says what it runs, speaks and listens at. */
public final class IdentifyAdvice {

  private static final String PUSH = "/ipfs/id/push/1.0.0";
  private static final Peers PEERS = Telemetry.current().peers();

  private IdentifyAdvice() {}

  /** Before the application hears. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onMessage(
      @Advice.Argument(0) Stream stream, @Advice.Argument(1) Identify said) {
    exchanged(Direction.OUTBOUND, said);
    Connection connection = Handles.of(stream.getConnection());
    if (connection != null) {
      connection.identified(
          null,
          said.hasAgentVersion() ? said.getAgentVersion() : null,
          said.hasProtocolVersion() ? said.getProtocolVersion() : null);
      connection.takesPushes(said.getProtocolsList().contains(PUSH));
    }
  }

  /** This node says so. */
  static void telling(IdentifyOrBuilder told) {
    exchanged(Direction.INBOUND, told);
  }

  private static void exchanged(Direction direction, IdentifyOrBuilder said) {
    PEERS.identifyExchanged(direction, said.getProtocolsCount(), said.getListenAddrsCount());
  }
}
