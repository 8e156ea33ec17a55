package io.peertap.scalecube;

import io.netty.channel.ChannelHandlerContext;
import net.bytebuddy.asm.Advice;

/** Where reactor-netty hands a channel's frames to ScaleCube: the last handler of its pipeline. */
final class BridgeAdvice {

  private BridgeAdvice() {}

  /** The channel is up. */
  public static final class Active {
    private Active() {}

    /** Before anything is read. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelActive(@Advice.Argument(0) ChannelHandlerContext ctx) {
      Links.active(ctx.channel());
    }
  }

  /** A frame came. */
  public static final class Read {
    private Read() {}

    /** Before it is decoded, by a decoder that all channels share. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void channelRead(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object frame) {
      Links.came(ctx.channel(), frame);
    }
  }
}
