package io.peertap.nettyhttp;

import io.netty.channel.ChannelHandlerContext;
import java.util.List;
import net.bytebuddy.asm.Advice;

/** The codec of HTTP/1.1: each method runs on the channel's event loop. */
final class CodecAdvice {

  private CodecAdvice() {}

  /** Bytes became messages. */
  public static final class Decode {
    private Decode() {}

    /** Before the application gets them; the decoder empties the list before it decodes again. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void decode(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(2) List<Object> messages) {
      for (int i = 0; i < messages.size(); i++) {
        Pipelined.read(ctx.channel(), messages.get(i));
      }
    }
  }

  /** A message becomes bytes. */
  public static final class Encode {
    private Encode() {}

    /** Before the encoder consumes it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void encode(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) Object message) {
      Pipelined requests = Taps.existing(ctx.channel(), Pipelined.class);
      if (requests != null) {
        requests.write(message);
      }
    }
  }
}
