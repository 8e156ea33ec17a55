package io.peertap.testapp.agent.drivers;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.incubator.codec.quic.InsecureQuicTokenHandler;
import io.netty.incubator.codec.quic.QuicChannel;
import io.netty.incubator.codec.quic.QuicClientCodecBuilder;
import io.netty.incubator.codec.quic.QuicCodecBuilder;
import io.netty.incubator.codec.quic.QuicServerCodecBuilder;
import io.netty.incubator.codec.quic.QuicSslContext;
import io.netty.incubator.codec.quic.QuicSslContextBuilder;
import io.netty.incubator.codec.quic.QuicStreamChannel;
import io.netty.incubator.codec.quic.QuicStreamType;
import io.peertap.test.Loss;
import io.peertap.test.SelfSigned;
import io.peertap.test.UdpLink;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** One stream of Netty's QUIC, whose bytes go to and fro for ever over a link that loses some. */
final class Quic implements Driver {

  private static final String PROTOCOL = "echo";
  private static final int BYTES = 100_000;
  private static final int IDLE_SECONDS = 30;

  private final EventLoopGroup loops = new NioEventLoopGroup(1);
  private UdpLink link;

  @Override
  public void begin() throws Exception {
    SelfSigned identity = SelfSigned.create();
    link = new UdpLink(listen(identity));
    QuicChannel connection = dial(identity);
    link.lose(Loss.every(20), Loss.every(20));
    QuicStreamChannel stream =
        connection.createStream(QuicStreamType.BIDIRECTIONAL, new Echo()).sync().getNow();
    var unused = stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[BYTES]));
  }

  private InetSocketAddress listen(SelfSigned identity) throws Exception {
    QuicSslContext context = QuicSslContextBuilder.forServer(
            identity.key(), null, identity.certificate())
        .applicationProtocols(PROTOCOL)
        .build();
    QuicServerCodecBuilder codec = new QuicServerCodecBuilder()
        .sslContext(context)
        .tokenHandler(InsecureQuicTokenHandler.INSTANCE)
        .handler(new ChannelInboundHandlerAdapter())
        .streamHandler(new ChannelInitializer<QuicStreamChannel>() {
          @Override
          protected void initChannel(QuicStreamChannel stream) {
            stream.pipeline().addLast(new Echo());
          }
        });
    return (InetSocketAddress) bind(limited(codec).build()).localAddress();
  }

  private QuicChannel dial(SelfSigned trusted) throws Exception {
    QuicSslContext context = QuicSslContextBuilder.forClient()
        .trustManager(trusted.certificate())
        .applicationProtocols(PROTOCOL)
        .build();
    QuicClientCodecBuilder codec = new QuicClientCodecBuilder()
        .sslEngineProvider(
            of -> context.newEngine(of.alloc(), "localhost", link.address().getPort()));
    return QuicChannel.newBootstrap(bind(limited(codec).build()))
        .streamHandler(new ChannelInboundHandlerAdapter())
        .remoteAddress(link.address())
        .connect()
        .sync()
        .getNow();
  }

  private static <B extends QuicCodecBuilder<B>> B limited(B codec) {
    return codec
        .maxIdleTimeout(IDLE_SECONDS, TimeUnit.SECONDS)
        .initialMaxData(10 * BYTES)
        .initialMaxStreamDataBidirectionalLocal(BYTES)
        .initialMaxStreamDataBidirectionalRemote(BYTES)
        .initialMaxStreamsBidirectional(1);
  }

  private Channel bind(ChannelHandler codec) throws InterruptedException {
    return new Bootstrap()
        .group(loops)
        .channel(NioDatagramChannel.class)
        .handler(codec)
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
  }

  @Override
  public void close() throws IOException {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    link.close();
  }

  /** Sends back what comes. */
  private static final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      var unused = ctx.writeAndFlush(message);
    }
  }
}
