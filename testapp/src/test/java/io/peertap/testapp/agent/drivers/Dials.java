package io.peertap.testapp.agent.drivers;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** Netty's dials to a peer that listens and does not read. */
final class Dials implements AutoCloseable {

  private final EventLoopGroup loops = new NioEventLoopGroup(1);
  private final ServerSocket peer;
  private Socket accepted;

  Dials() throws IOException {
    peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** The peer's name in an application's books. */
  String name() {
    return peer.getInetAddress().getHostAddress() + ':' + peer.getLocalPort();
  }

  Bootstrap bootstrap() {
    return new Bootstrap()
        .group(loops)
        .channel(NioSocketChannel.class)
        .handler(new ChannelInboundHandlerAdapter())
        .remoteAddress(new InetSocketAddress(peer.getInetAddress(), peer.getLocalPort()));
  }

  Channel dial() throws InterruptedException {
    return bootstrap().connect().sync().channel();
  }

  /** Accepts one connection, which stays; from now on dials are refused. */
  void acceptTheLast() throws IOException {
    accepted = peer.accept();
    peer.close();
  }

  @Override
  public void close() throws IOException {
    if (accepted != null) {
      accepted.close();
    }
    peer.close();
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
