package io.peertap.nettyhttp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import net.bytebuddy.asm.Advice;

/**
 * The codec of HTTP/2, below whatever the application makes of it: channels for streams, objects of
 * its own, or nothing. Each method runs on the connection's event loop, before its frame goes on.
 */
final class Http2Advice {

  private Http2Advice() {}

  /** Headers came in: those of a request, or trailers. */
  public static final class HeadersRead {
    private HeadersRead() {}

    /** The method without priority calls this one. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onHeadersRead(
        @Advice.Argument(0) ChannelHandlerContext ctx,
        @Advice.Argument(1) int stream,
        @Advice.Argument(2) Http2Headers headers,
        @Advice.Argument(7) boolean isEnd) {
      Multiplexed.read(ctx, stream, headers, isEnd);
    }
  }

  /** A piece of a body came in. */
  public static final class DataRead {
    private DataRead() {}

    /** Without padding. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onDataRead(
        @Advice.Argument(0) ChannelHandlerContext ctx,
        @Advice.Argument(1) int stream,
        @Advice.Argument(2) ByteBuf data,
        @Advice.Argument(4) boolean isEnd) {
      Multiplexed requests = Taps.existing(ctx.channel(), Multiplexed.class);
      if (requests != null) {
        requests.read(stream, data.readableBytes(), isEnd);
      }
    }
  }

  /** A stream is reset, by either side. */
  public static final class Reset {
    private Reset() {}

    /** What had not ended has no answer. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void reset(
        @Advice.Argument(0) ChannelHandlerContext ctx, @Advice.Argument(1) int stream) {
      Multiplexed requests = Taps.existing(ctx.channel(), Multiplexed.class);
      if (requests != null) {
        requests.reset(stream);
      }
    }
  }

  /** Headers go out: those of an answer, or trailers. */
  public static final class HeadersWrite {
    private HeadersWrite() {}

    /** One such method may call another; that tells the same once more. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writeHeaders(
        @Advice.Argument(0) ChannelHandlerContext ctx,
        @Advice.Argument(1) int stream,
        @Advice.Argument(2) Http2Headers headers,
        @Advice.Argument(4) boolean isEnd) {
      Multiplexed requests = Taps.existing(ctx.channel(), Multiplexed.class);
      if (requests != null) {
        requests.write(stream, headers, isEnd);
      }
    }
  }

  /** A piece of a body goes out. */
  public static final class DataWrite {
    private DataWrite() {}

    /** Without padding. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void writeData(
        @Advice.Argument(0) ChannelHandlerContext ctx,
        @Advice.Argument(1) int stream,
        @Advice.Argument(2) ByteBuf data,
        @Advice.Argument(4) boolean isEnd) {
      Multiplexed requests = Taps.existing(ctx.channel(), Multiplexed.class);
      if (requests != null) {
        requests.write(stream, data.readableBytes(), isEnd);
      }
    }
  }
}
