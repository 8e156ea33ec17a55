package io.peertap.nettyhttp;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.codec.http2.Http2StreamFrame;
import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A Netty client of HTTP/2 with prior knowledge, one stream per request. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Http2Client implements AutoCloseable {

  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final Channel connection;

  Http2Client(int port) {
    connection = new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .handler(new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            channel
                .pipeline()
                .addLast(
                    Http2FrameCodecBuilder.forClient().build(),
                    new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()));
          }
        })
        .connect(InetAddress.getLoopbackAddress(), port)
        .syncUninterruptibly()
        .channel();
  }

  /** Sends a request and answers how many bytes came back. */
  int request(String method, String path, int bodyBytes) throws Exception {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    Http2StreamChannel stream = open(method, path, bodyBytes == 0, answer);
    if (bodyBytes > 0) {
      stream.write(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[bodyBytes - 1])));
      stream.writeAndFlush(
          new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(new byte[1]), true, 30));
    }
    int received = answer.get(10, TimeUnit.SECONDS);
    stream.close().sync();
    return received;
  }

  /** Begins a request; it ends with its head, or is left open. */
  Http2StreamChannel open(
      String method, String path, boolean isWhole, CompletableFuture<Integer> answer)
      throws Exception {
    Http2StreamChannel stream = new Http2StreamChannelBootstrap(connection)
        .handler(new Answer(answer))
        .open()
        .sync()
        .getNow();
    DefaultHttp2Headers headers = new DefaultHttp2Headers();
    headers.method(method).path(path).scheme("http").authority("localhost");
    stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, isWhole)).sync();
    return stream;
  }

  @Override
  public void close() {
    connection.close().syncUninterruptibly();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static final class Answer extends SimpleChannelInboundHandler<Http2StreamFrame> {
    private final CompletableFuture<Integer> answer;
    private int bytes;

    Answer(CompletableFuture<Integer> answer) {
      this.answer = answer;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Http2StreamFrame frame) {
      boolean ended = frame instanceof Http2HeadersFrame head && head.isEndStream();
      if (frame instanceof Http2DataFrame data) {
        bytes += data.content().readableBytes();
        ended = data.isEndStream();
      }
      if (ended) {
        answer.complete(bytes);
      }
    }
  }
}
