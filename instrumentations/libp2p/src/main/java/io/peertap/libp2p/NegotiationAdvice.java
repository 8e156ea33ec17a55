package io.peertap.libp2p;

import io.libp2p.etc.events.ProtocolNegotiationSucceeded;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.peertap.api.Connection;
import io.peertap.api.Security;
import net.bytebuddy.asm.Advice;

/** Multistream: three times for a connection, once for each of its streams. */
final class NegotiationAdvice {

  private NegotiationAdvice() {}

  /** Both sides speak the same protocol. */
  public static final class Agreed {
    private Agreed() {}

    /** Before the protocol's handlers come. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void userEventTriggered(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object event) {
      if (event instanceof ProtocolNegotiationSucceeded agreed) {
        agreed(ctx.channel(), agreed.getProto());
      }
    }
  }

  /** They do not, or something else came in between. */
  public static final class Failed {
    private Failed() {}

    /** Before the channel closes. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void exceptionCaught(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Throwable cause) {
      Streams.negotiationFailed(ctx.channel(), cause);
    }
  }

  /** The channel is gone before they did. */
  public static final class Closed {
    private Closed() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelUnregistered(@Advice.Argument(0) ChannelHandlerContext ctx) {
      Streams.endedEarly(ctx.channel());
    }
  }

  private static void agreed(Channel channel, String protocol) {
    Connection connection = Handles.of(channel);
    if (connection == null) {
      Streams.negotiated(channel, protocol);
    } else {
      Security security = Upgrades.security(protocol);
      if (security != null) {
        connection.securing(security);
      }
    }
  }
}
