package io.peertap.netty.scenario;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.SocketAddress;
import java.nio.file.Path;

/**
 * The channel and event loop classes of a transport. NIO is there at link time; the native ones are
 * looked up by name in whatever package Netty itself lives in.
 */
final class Transports {

  private static final String NAMED_AFTER = "channel.Channel";

  private final String packageName;
  private final String prefix;

  private Transports(String packageName, String prefix) {
    this.packageName = packageName;
    this.prefix = prefix;
  }

  static Transports named(String name) {
    return switch (name) {
      case "nio" -> new Transports("channel.nio.", "Nio");
      case "epoll" -> new Transports("channel.epoll.", "Epoll");
      case "io_uring" -> new Transports("channel.uring.", "IoUring");
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** The package that Netty lives in, with the dot at its end. */
  static String root() {
    String name = Channel.class.getName();
    return name.substring(0, name.length() - NAMED_AFTER.length());
  }

  static boolean present(String name) {
    try {
      return Class.forName(root() + name) != null;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  boolean isNio() {
    return prefix.equals("Nio");
  }

  boolean available() {
    if (isNio()) {
      return true;
    }
    String main = packageName + prefix;
    return present(main) && (Boolean) callStatic(main, "isAvailable");
  }

  EventLoopGroup loops(int threads) {
    if (isNio()) {
      return new NioEventLoopGroup(threads);
    }
    try {
      return (EventLoopGroup)
          (present("channel.MultiThreadIoEventLoopGroup")
              ? handled(threads)
              : type(packageName + prefix + "EventLoopGroup")
                  .getConstructor(int.class)
                  .newInstance(threads));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object handled(int threads) throws ReflectiveOperationException {
    return type("channel.MultiThreadIoEventLoopGroup")
        .getConstructor(int.class, type("channel.IoHandlerFactory"))
        .newInstance(threads, callStatic(packageName + prefix + "IoHandler", "newFactory"));
  }

  Class<? extends Channel> client() {
    return isNio() ? NioSocketChannel.class : channel("SocketChannel").asSubclass(Channel.class);
  }

  Class<? extends ServerChannel> server() {
    return isNio()
        ? NioServerSocketChannel.class
        : channel("ServerSocketChannel").asSubclass(ServerChannel.class);
  }

  Class<? extends Channel> datagram() {
    return isNio()
        ? NioDatagramChannel.class
        : channel("DatagramChannel").asSubclass(Channel.class);
  }

  Class<? extends Channel> domainClient() {
    return channel("DomainSocketChannel").asSubclass(Channel.class);
  }

  Class<? extends ServerChannel> domainServer() {
    return channel("ServerDomainSocketChannel").asSubclass(ServerChannel.class);
  }

  static SocketAddress domainAddress(Path path) {
    try {
      return (SocketAddress) type("channel.unix.DomainSocketAddress")
          .getConstructor(String.class)
          .newInstance(path.toString());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Class<?> channel(String suffix) {
    return type(packageName + prefix + suffix);
  }

  private static Object callStatic(String name, String method) {
    try {
      return type(name).getMethod(method).invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(root() + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
