package io.peertap.testapp.agent.hosts;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.zip.CRC32;

/** Sends a text and hears it again. */
final class EchoClient {

  private static final int MINUTE_MILLIS = 60_000;

  @SuppressWarnings("deprecation") // Its successor is of Netty 4.2.
  private static final EventLoopGroup LOOP = new NioEventLoopGroup(1);

  private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
  private final int number;
  private final Counts counts;
  private final Channel channel;

  EchoClient(int number, SocketAddress server, Counts counts) throws InterruptedException {
    this.number = number;
    this.counts = counts;
    this.channel = bootstrap(new Ear()).connect(server).sync().channel();
  }

  /** Dials where nobody listens, and prints what comes of it. */
  static void dialNobody() throws IOException, InterruptedException {
    SocketAddress nobody;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = closed.getLocalSocketAddress();
    }
    ChannelFuture dial =
        bootstrap(new ChannelInboundHandlerAdapter()).connect(nobody).await();
    System.out.println("dial refused: " + (dial.cause() instanceof java.net.ConnectException));
  }

  /** Dials and does not wait. */
  static ChannelFuture dialForever(InetSocketAddress silent) {
    return bootstrap(new ChannelInboundHandlerAdapter()).connect(silent);
  }

  private static Bootstrap bootstrap(ChannelInboundHandlerAdapter handler) {
    return new Bootstrap()
        .group(LOOP)
        .channel(NioSocketChannel.class)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, MINUTE_MILLIS)
        .handler(handler);
  }

  /** The larger the number, the more there is to say: the last ones do not fit into one write. */
  String talk() throws InterruptedException {
    byte[] text = new byte[number * number * 50_000];
    for (int i = 0; i < text.length; i++) {
      text[i] = (byte) (i * 31 + number);
    }
    channel.writeAndFlush(Unpooled.wrappedBuffer(text)).sync();
    counts.sent(text.length);
    return "client " + number + " heard " + text.length + " bytes, sum " + sum(text.length);
  }

  private long sum(int length) throws InterruptedException {
    CRC32 sum = new CRC32();
    for (int rest = length; rest > 0; ) {
      byte[] part = heard.take();
      sum.update(part);
      rest -= part.length;
    }
    return sum.getValue();
  }

  void close() throws InterruptedException {
    channel.close().sync();
  }

  private final class Ear extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
      byte[] part = new byte[message.readableBytes()];
      message.readBytes(part);
      counts.received(part.length);
      heard.add(part);
    }
  }
}
