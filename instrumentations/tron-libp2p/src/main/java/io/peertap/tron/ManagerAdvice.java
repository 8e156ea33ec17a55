package io.peertap.tron;

import net.bytebuddy.asm.Advice;
import org.tron.p2p.connection.Channel;
import org.tron.p2p.connection.business.handshake.DisconnectCode;

/** The library's manager of all channels. */
final class ManagerAdvice {

  private ManagerAdvice() {}

  /** A message came. */
  public static final class Receive {
    private Receive() {}

    /** Before it is parsed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void receive(
        @Advice.Argument(0) Channel channel, @Advice.Argument(1) byte[] message) {
      if (message != null && message.length > 0) {
        Traffic.received(channel, message);
      }
    }
  }

  /** Whether a peer is let in. */
  public static final class Admission {
    private Admission() {}

    /** After the decision. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void admit(
        @Advice.Return DisconnectCode code, @Advice.Argument(0) Channel channel) {
      if (code != DisconnectCode.NORMAL) {
        Refusals.refused(channel, code);
      }
    }
  }

  /** A channel closed. */
  public static final class Gone {
    private Gone() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void gone(@Advice.Argument(0) Channel channel) {
      KeepAlive.closed(channel);
    }
  }
}
