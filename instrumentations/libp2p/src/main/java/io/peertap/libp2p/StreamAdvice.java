package io.peertap.libp2p;

import io.libp2p.core.Connection;
import io.netty.channel.Channel;
import net.bytebuddy.asm.Advice;

/** A stream of any muxer, from its begin to its end. */
final class StreamAdvice {

  private StreamAdvice() {}

  /** The library has made its own object for a stream. */
  public static final class Built {
    private Built() {}

    /** Before anything is read or written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void built(
        @Advice.Argument(0) Channel channel,
        @Advice.Argument(1) Connection connection,
        @Advice.Argument(2) boolean initiator) {
      Streams.opened(channel, connection, initiator);
    }
  }

  /** The muxer ends a stream: both sides have finished, or the remote side has reset it. */
  public static final class Ended {
    private Ended() {}

    /** Before its channel closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void closeImpl(@Advice.This Channel channel) {
      Streams.ended(channel);
    }
  }

  /** The application closes a stream that is not finished: the muxer resets it. */
  public static final class Reset {
    private Reset() {}

    /** Before the remote side is told. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onClientClosed(@Advice.This Channel channel) {
      Streams.reset(channel);
    }
  }

  /** A QUIC stream failed on the read side. */
  public static final class QuicFailed {
    private QuicFailed() {}

    /** Before the library closes it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void exceptionCaught(
        @Advice.Argument(0) io.netty.channel.ChannelHandlerContext ctx,
        @Advice.Argument(1) Throwable cause) {
      Streams.failed(ctx.channel(), cause);
    }
  }
}
