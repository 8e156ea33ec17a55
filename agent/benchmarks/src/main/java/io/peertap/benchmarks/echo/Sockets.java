package io.peertap.benchmarks.echo;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollEventLoopGroup;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;

/** Whose sockets carry the messages. */
enum Sockets {
  /** The JDK's. */
  NIO("NIO") {
    @Override
    EventLoopGroup loop() {
      return new NioEventLoopGroup(1);
    }

    @Override
    Class<? extends ServerChannel> server() {
      return NioServerSocketChannel.class;
    }

    @Override
    Class<? extends Channel> client() {
      return NioSocketChannel.class;
    }
  },
  /** Netty's own, for Linux. */
  EPOLL("epoll") {
    @Override
    boolean areAvailable() {
      return Epoll.isAvailable();
    }

    @Override
    EventLoopGroup loop() {
      return new EpollEventLoopGroup(1);
    }

    @Override
    Class<? extends ServerChannel> server() {
      return EpollServerSocketChannel.class;
    }

    @Override
    Class<? extends Channel> client() {
      return EpollSocketChannel.class;
    }
  };

  private final String title;

  Sockets(String title) {
    this.title = title;
  }

  /** For readers. */
  String title() {
    return title;
  }

  /** Whether they are on this machine. */
  boolean areAvailable() {
    return true;
  }

  /** A new event loop. */
  abstract EventLoopGroup loop();

  /** Those that accept. */
  abstract Class<? extends ServerChannel> server();

  /** Those that connect. */
  abstract Class<? extends Channel> client();
}
