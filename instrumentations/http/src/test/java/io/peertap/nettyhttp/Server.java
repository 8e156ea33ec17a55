package io.peertap.nettyhttp;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A Netty server on loopback that answers by path. */
@SuppressWarnings("FutureReturnValueIgnored")
final class Server implements AutoCloseable {

  final List<Channel> channels = new CopyOnWriteArrayList<>();
  private final EventLoopGroup group = new NioEventLoopGroup(2);
  private final Channel listener;

  private Server(ChannelHandler child) {
    listener = new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .childHandler(new ChannelInitializer<Channel>() {
          @Override
          protected void initChannel(Channel channel) {
            channels.add(channel);
            channel.pipeline().addLast(child);
          }
        })
        .bind(InetAddress.getLoopbackAddress(), 0)
        .syncUninterruptibly()
        .channel();
  }

  /** Reads whole requests, and says 100 to who asks. */
  static Server http1() {
    return new Server(initializer(channel -> channel
        .pipeline()
        .addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20), new Answers())));
  }

  /** Answers as soon as it has seen a request's head. */
  static Server hasty() {
    return new Server(
        initializer(channel -> channel.pipeline().addLast(new HttpServerCodec(), new AtOnce())));
  }

  /** One channel per stream. */
  static Server http2() {
    return new Server(initializer(channel -> channel
        .pipeline()
        .addLast(
            Http2FrameCodecBuilder.forServer().build(),
            new Http2MultiplexHandler(new Http2Answers()))));
  }

  private interface Setup {
    void of(Channel channel);
  }

  private static ChannelHandler initializer(Setup setup) {
    return new ChannelInitializer<Channel>() {
      @Override
      public boolean isSharable() {
        return true;
      }

      @Override
      protected void initChannel(Channel channel) {
        setup.of(channel);
      }
    };
  }

  int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  @Override
  public void close() {
    listener.close().syncUninterruptibly();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private static FullHttpResponse response(int code, ByteBuf body) {
    FullHttpResponse response =
        new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(code), body);
    if (code != 204) {
      response.headers().set("Content-Length", body.readableBytes());
    }
    return response;
  }

  private static ByteBuf bytes(int count) {
    return Unpooled.wrappedBuffer(new byte[count]);
  }

  /** By the path's first word: a size to send, an echo, chunks, nothing at all. */
  private static final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpRequest request) {
      if (!request.decoderResult().isSuccess()) {
        ctx.writeAndFlush(response(400, bytes(0)));
        return;
      }
      switch (new QueryStringDecoder(request.uri()).path().split("/", -1)[1]) {
        case "echo" -> ctx.writeAndFlush(response(200, request.content().retainedDuplicate()));
        case "empty" -> ctx.writeAndFlush(response(204, bytes(0)));
        case "fixed" -> ctx.writeAndFlush(response(200, bytes(1_000)));
        case "chunks" -> chunks(ctx);
        case "silence" -> {}
        default -> ctx.writeAndFlush(response(404, bytes(9)));
      }
    }

    private static void chunks(ChannelHandlerContext ctx) {
      HttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
      head.headers().set("Transfer-Encoding", "chunked");
      ctx.write(head);
      ctx.write(new DefaultHttpContent(bytes(300)));
      ctx.write(bytes(40)); // Plain bytes are content too.
      ctx.writeAndFlush(new DefaultLastHttpContent(bytes(7)));
    }
  }

  /** Does not wait for a body. */
  private static final class AtOnce extends SimpleChannelInboundHandler<HttpObject> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
      if (message instanceof HttpRequest) {
        ctx.writeAndFlush(response(413, Unpooled.copiedBuffer("no", StandardCharsets.US_ASCII)));
      }
    }
  }
}
