package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.peertap.api.Side;
import java.net.SocketAddress;
import net.bytebuddy.asm.Advice;

/** The head of every pipeline: each method runs on the channel's event loop. */
final class HeadAdvice {

  private HeadAdvice() {}

  /** A dial reaches the transport. */
  public static final class Connect {
    private Connect() {}

    /** Before the transport dials. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void connect(
        @Advice.Argument(0) ChannelHandlerContext ctx,
        @Advice.Argument(1) SocketAddress remote,
        @Advice.Argument(3) ChannelPromise promise) {
      Dials.connecting(ctx.channel(), remote, promise);
    }
  }

  /** The transport is up, or the datagram socket bound. May come more than once. */
  public static final class Active {
    private Active() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelActive(@Advice.Argument(0) ChannelHandlerContext ctx) {
      Taps.active(ctx.channel());
    }
  }

  /** Something was read: bytes, a datagram, or an accepted channel. */
  public static final class Read {
    private Read() {}

    /** Before the application consumes it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelRead(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object message) {
      Channel channel = ctx.channel();
      Tap tap = Taps.of(channel);
      if (tap == null) {
        Taps.accepted(message);
      } else {
        tap.read(message);
      }
    }
  }

  /** The transport failed on the read side. */
  public static final class Failed {
    private Failed() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void exceptionCaught(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Throwable cause) {
      Tap tap = Taps.of(ctx.channel());
      if (tap != null) {
        tap.readFailed(cause);
      }
    }
  }

  /** This side closes. A close by the remote side does not pass here. */
  public static final class Close {
    private Close() {}

    /** Before the transport closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void close(@Advice.Argument(0) ChannelHandlerContext ctx) {
      Tap tap = Taps.of(ctx.channel());
      if (tap != null) {
        tap.closing(Side.LOCAL);
      }
    }
  }

  /** The channel left its event loop: for good, if it is closed. */
  public static final class Unregistered {
    private Unregistered() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelUnregistered(@Advice.Argument(0) ChannelHandlerContext ctx) {
      if (!ctx.channel().isOpen()) {
        Taps.closed(ctx.channel());
      }
    }
  }
}
