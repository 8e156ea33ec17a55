package io.peertap.netty;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.SslHandler;
import net.bytebuddy.asm.Advice;

/** TLS comes to a pipeline. */
final class TlsAdvice {

  private TlsAdvice() {}

  /** The handler was added; the handshake begins with the connection, or now. */
  public static final class Added {
    private Added() {}

    /** After the handler knows its pipeline. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void handlerAdded(
        @Advice.This SslHandler handler, @Advice.Argument(0) ChannelHandlerContext ctx) {
      Handshakes.added(ctx.channel(), handler.handshakeFuture(), handler::applicationProtocol);
    }
  }
}
