package io.peertap.netty.scenario;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.atomic.AtomicLong;

/** One end of an HTTP/2 stream that counts the bytes of its DATA frames, and may echo them. */
final class Http2End extends ChannelInboundHandlerAdapter {

  private final boolean echoing;
  private final AtomicLong received = new AtomicLong();
  private final AtomicLong sent = new AtomicLong();
  private volatile Channel channel;

  Http2End(boolean echoing) {
    this.echoing = echoing;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    channel = ctx.channel();
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object frame) {
    try {
      if (frame instanceof Http2DataFrame data) {
        read(data);
      } else if (echoing && frame instanceof Http2HeadersFrame) {
        ChannelFuture unused =
            write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status("200")));
      }
    } finally {
      ReferenceCountUtil.release(frame);
    }
  }

  private void read(Http2DataFrame frame) {
    int size = frame.content().readableBytes();
    if (echoing) {
      ChannelFuture unused = data(frame.content().retainedSlice(), frame.isEndStream());
    }
    received.addAndGet(size);
  }

  void begin() {
    DefaultHttp2Headers headers = new DefaultHttp2Headers();
    headers.method("POST").scheme("http").path("/echo").authority("localhost");
    Waits.succeeded("headers", write(new DefaultHttp2HeadersFrame(headers)));
  }

  void send(int bytes) {
    Waits.succeeded("data", data(Unpooled.wrappedBuffer(new byte[bytes]), false));
  }

  void end() {
    Waits.succeeded("end", data(Unpooled.buffer(0), true));
  }

  private ChannelFuture data(ByteBuf content, boolean end) {
    int size = content.readableBytes();
    return write(new DefaultHttp2DataFrame(content, end)).addListener((ChannelFutureListener)
        future -> sent.addAndGet(future.isSuccess() ? size : 0));
  }

  private ChannelFuture write(Object frame) {
    return channel.writeAndFlush(frame);
  }

  Channel channel() {
    return channel;
  }

  long received() {
    return received.get();
  }

  long sent() {
    return sent.get();
  }
}
