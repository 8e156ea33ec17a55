package io.peertap.tron;

import net.bytebuddy.asm.Advice;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.message.Message;
import org.tron.p2p.connection.message.MessageType;

/** A ping or its answer came, and is valid. */
public final class KeepAliveAdvice {

  private KeepAliveAdvice() {}

  /** Before a ping is answered. */
  @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
  public static void processMessage(
      @Advice.Argument(0) Channel channel, @Advice.Argument(1) Message message) {
    if (message.getType() == MessageType.KEEP_ALIVE_PING) {
      KeepAlive.pinged(channel);
    } else {
      KeepAlive.answered(channel);
    }
  }
}
