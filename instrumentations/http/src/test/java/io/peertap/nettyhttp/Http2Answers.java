package io.peertap.nettyhttp;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamFrame;

/** Answers a stream's request when it has ended: 100 bytes and trailers, or nothing. */
@ChannelHandler.Sharable
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Answers extends SimpleChannelInboundHandler<Http2StreamFrame> {

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, Http2StreamFrame frame) {
    boolean ended = (frame instanceof Http2HeadersFrame head && head.isEndStream())
        || (frame instanceof Http2DataFrame data && data.isEndStream());
    if (ended) {
      ctx.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("103")));
      ctx.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("202")));
      ctx.write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[100]), false, 20));
      ctx.writeAndFlush(
          new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().set("checksum", "0"), true));
    }
  }
}
