package io.peertap.tron;

import net.bytebuddy.asm.Advice;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.business.handshake.DisconnectCode;

/** This node says hello, perhaps with a refusal. */
public final class HelloAdvice {

  private HelloAdvice() {}

  /** Other refusals were told by the manager, which decided them. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void sendHello(
      @Advice.Argument(0) Channel channel, @Advice.Argument(1) DisconnectCode code) {
    if (code == DisconnectCode.DIFFERENT_VERSION) {
      Refusals.refused(channel, code);
    }
  }
}
