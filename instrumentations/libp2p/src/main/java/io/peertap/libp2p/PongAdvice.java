package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.peertap.api.Direction;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;

/** A peer pings this node. */
public final class PongAdvice {

  private static final Messages MESSAGES = Telemetry.current().messages();

  private PongAdvice() {}

  /** Before it is answered. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void onMessage(@Advice.Argument(0) Stream stream) {
    MESSAGES.heartbeat(Direction.INBOUND, Names.of(stream.remotePeerId()));
  }
}
