package io.peertap.netty.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.incubator.codec.quic.InsecureQuicTokenHandler;
import io.netty.incubator.codec.quic.QuicChannel;
import io.netty.incubator.codec.quic.QuicClientCodecBuilder;
import io.netty.incubator.codec.quic.QuicServerCodecBuilder;
import io.netty.incubator.codec.quic.QuicSslContextBuilder;
import io.netty.incubator.codec.quic.QuicStreamChannel;
import io.netty.incubator.codec.quic.QuicStreamType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Scenario 19: one QUIC connection with {@code streams} bidirectional streams; each sends {@code
 * bytes} and gets them back. Only on the test class path, with the incubator's codec.
 */
public final class QuicEcho extends Scenario {

  private static final String PROTOCOL = "echo";

  private final AtomicLong clientReceived = new AtomicLong();
  private final AtomicLong serverReceived = new AtomicLong();

  @Override
  void play(Stage stage) throws Exception {
    int streams = stage.number("streams", 3);
    int bytes = stage.number("bytes", 1000);
    Tls tls = new Tls();
    Channel server = server(stage, tls);
    Channel client = client(stage, tls);
    QuicChannel connection = QuicChannel.newBootstrap(client)
        .streamHandler(new ChannelInboundHandlerAdapter())
        .remoteAddress(server.localAddress())
        .connect()
        .get();
    for (int i = 1; i <= streams; i++) {
      exchange(connection, bytes, (long) bytes * i);
    }
    stage.truth().set("streams", (long) streams);
    stage.truth().set("clientReceived", clientReceived.get());
    stage.truth().set("serverReceived", serverReceived.get());
    stage.truth().set("serverPort", ((InetSocketAddress) server.localAddress()).getPort());
    stage.whileOpen();
    connection.close().sync();
    client.close().sync();
    server.close().sync();
  }

  private void exchange(QuicChannel connection, int bytes, long expected)
      throws InterruptedException, ExecutionException {
    QuicStreamChannel stream = connection
        .createStream(QuicStreamType.BIDIRECTIONAL, new Counting(clientReceived, false))
        .get();
    stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes])).sync();
    Waits.until("echo", () -> clientReceived.get() == expected);
  }

  private Channel server(Stage stage, Tls tls) throws Exception {
    return bind(
        stage,
        new QuicServerCodecBuilder()
            .sslContext(QuicSslContextBuilder.forServer(tls.key(), null, tls.certificate())
                .applicationProtocols(PROTOCOL)
                .build())
            .maxIdleTimeout(5, TimeUnit.SECONDS)
            .initialMaxData(10_000_000)
            .initialMaxStreamDataBidirectionalRemote(1_000_000)
            .initialMaxStreamsBidirectional(100)
            .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
            .handler(new ChannelInboundHandlerAdapter())
            .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
              @Override
              protected void initChannel(QuicStreamChannel channel) {
                channel.pipeline().addLast(new Counting(serverReceived, true));
              }
            })
            .build());
  }

  private Channel client(Stage stage, Tls tls) throws Exception {
    return bind(
        stage,
        new QuicClientCodecBuilder()
            .sslContext(QuicSslContextBuilder.forClient()
                .trustManager(tls.certificate())
                .applicationProtocols(PROTOCOL)
                .build())
            .maxIdleTimeout(5, TimeUnit.SECONDS)
            .initialMaxData(10_000_000)
            .initialMaxStreamDataBidirectionalLocal(1_000_000)
            .build());
  }

  private static Channel bind(Stage stage, ChannelHandler codec) throws InterruptedException {
    return new Bootstrap()
        .group(stage.clients())
        .channel(NioDatagramChannel.class)
        .handler(codec)
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
  }

  /** Counts what it reads, and may send it back. */
  private static final class Counting extends ChannelInboundHandlerAdapter {
    private final AtomicLong received;
    private final boolean echo;

    Counting(AtomicLong received, boolean echo) {
      this.received = received;
      this.echo = echo;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      ByteBuf buffer = (ByteBuf) message;
      received.addAndGet(buffer.readableBytes());
      if (echo) {
        ChannelFuture unused = ctx.writeAndFlush(buffer, ctx.voidPromise());
      } else {
        buffer.release();
      }
    }
  }
}
