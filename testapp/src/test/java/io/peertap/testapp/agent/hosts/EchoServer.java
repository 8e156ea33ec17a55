package io.peertap.testapp.agent.hosts;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.SocketAddress;

/** Sends back what it hears. */
final class EchoServer {

  @SuppressWarnings("deprecation") // Its successor is of Netty 4.2.
  private final EventLoopGroup loop = new NioEventLoopGroup(1);

  private final Counts counts;
  private final Channel listener;

  EchoServer(Counts counts) throws InterruptedException {
    this.counts = counts;
    this.listener = new ServerBootstrap()
        .group(loop)
        .channel(NioServerSocketChannel.class)
        .childHandler(new Accept())
        .bind(InetAddress.getLoopbackAddress(), 0)
        .sync()
        .channel();
  }

  SocketAddress address() {
    return listener.localAddress();
  }

  /** Waits until the loop has done what it was doing. */
  void settle() throws InterruptedException {
    loop.submit(() -> {}).sync();
  }

  void close() throws InterruptedException {
    listener.close().sync();
  }

  private final class Accept extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel.pipeline().addLast(new Echo());
    }
  }

  private final class Echo extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      int bytes = ((ByteBuf) message).readableBytes();
      counts.received(bytes);
      ctx.writeAndFlush(message).addListener(done -> counts.sent(done.isSuccess() ? bytes : 0));
    }
  }
}
