package io.peertap.benchmarks.startup;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * A Netty server that lives until its first connection is active: all that the agent does before it
 * has something to record.
 */
public final class FirstConnection {

  private FirstConnection() {}

  /** Serves one connection of a plain socket, then halts the JVM. */
  public static void main(String[] args) throws Exception {
    InetSocketAddress bound = (InetSocketAddress) new ServerBootstrap()
        .group(new NioEventLoopGroup(1), new NioEventLoopGroup(1))
        .channel(NioServerSocketChannel.class)
        .childHandler(new Initializer())
        .bind("127.0.0.1", 0)
        .sync()
        .channel()
        .localAddress();
    try (Socket client = new Socket(bound.getAddress(), bound.getPort())) {
      // The server never writes: this waits until the JVM is gone.
      client.getInputStream().read();
    }
  }

  /** Gives every accepted connection its handler. */
  private static final class Initializer extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      channel.pipeline().addLast(new Halt());
    }
  }

  /** Ends the JVM without shutdown hooks, so that no cost of leaving is counted. */
  private static final class Halt extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      System.out.println("done");
      Runtime.getRuntime().halt(0);
    }
  }
}
