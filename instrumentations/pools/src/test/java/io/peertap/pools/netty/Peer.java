package io.peertap.pools.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.pool.ChannelPoolHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who lets everybody connect, and what pools of connections to it are made of. */
final class Peer implements AutoCloseable {

  final AtomicInteger created = new AtomicInteger();
  private final EventLoopGroup group = new NioEventLoopGroup(1);
  private final ServerSocket listener;

  Peer() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** The name that its connections have. */
  String name() {
    return "127.0.0.1:" + listener.getLocalPort();
  }

  Bootstrap bootstrap() {
    return bootstrap(listener.getLocalPort());
  }

  Bootstrap bootstrap(int port) {
    return new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .remoteAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** A port that nobody listens at. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Counts what the pool creates. */
  ChannelPoolHandler handler() {
    return new ChannelPoolHandler() {
      @Override
      public void channelReleased(Channel channel) {}

      @Override
      public void channelAcquired(Channel channel) {}

      @Override
      public void channelCreated(Channel channel) {
        created.incrementAndGet();
        channel.pipeline().addLast(new ChannelHandlerAdapter() {});
      }
    };
  }

  @Override
  public void close() throws IOException {
    listener.close();
    group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
