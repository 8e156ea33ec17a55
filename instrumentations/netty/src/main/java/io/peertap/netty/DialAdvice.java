package io.peertap.netty;

import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Future;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/** Dials before they reach a channel's head: each method runs on the caller's thread. */
final class DialAdvice {

  private DialAdvice() {}

  /** A dial through Bootstrap. */
  public static final class Bootstrap {
    private Bootstrap() {}

    /** After the dial was handed over; it may have failed already. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void connect(
        @Advice.Return ChannelFuture future, @Advice.Argument(0) SocketAddress remote) {
      Dials.started(remote, future);
    }
  }

  /** A look-up of all addresses of a name. */
  public static final class ResolveAll {
    private ResolveAll() {}

    /** After the look-up began; it may have ended already. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void resolveAll(
        @Advice.Return Future<?> future, @Advice.Argument(0) SocketAddress remote) {
      Dials.resolving(remote, future);
    }
  }
}
