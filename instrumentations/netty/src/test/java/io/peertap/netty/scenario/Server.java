package io.peertap.netty.scenario;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ServerChannel;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A Netty server whose accepted ends echo and can be had one by one, in the order they came. */
final class Server {

  private final Queue<End> accepted = new ConcurrentLinkedQueue<>();
  private final boolean byName;
  private final Channel channel;

  private Server(
      Stage stage,
      Class<? extends ServerChannel> type,
      SocketAddress address,
      SslContext tls,
      boolean byName) {
    this.byName = byName;
    channel = Waits.succeeded(
        "bind",
        new ServerBootstrap()
            .group(stage.servers())
            .channel(type)
            .childHandler(initializer(tls))
            .bind(address));
  }

  static Server tcp(Stage stage) {
    return new Server(stage, stage.transports().server(), anyPort(), null, false);
  }

  static Server tls(Stage stage, SslContext tls) {
    return new Server(stage, stage.transports().server(), anyPort(), tls, false);
  }

  /** Picks its certificate by the name that the client asks for. */
  static Server sni(Stage stage, SslContext tls) {
    return new Server(stage, stage.transports().server(), anyPort(), tls, true);
  }

  private static SniHandler sni(SslContext tls) {
    return new SniHandler((name, promise) -> promise.setSuccess(tls));
  }

  static Server domain(Stage stage, SocketAddress address) {
    return new Server(stage, stage.transports().domainServer(), address, null, false);
  }

  static InetSocketAddress anyPort() {
    return on(0);
  }

  static InetSocketAddress on(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private ChannelInitializer<Channel> initializer(SslContext tls) {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel child) {
        if (tls != null) {
          child.pipeline().addLast(byName ? sni(tls) : tls.newHandler(child.alloc()));
        }
        child.pipeline().addLast(new Accepted());
      }
    };
  }

  /** The next accepted end; its channel is active. */
  End accept() {
    return Waits.next("accepted end", accepted);
  }

  SocketAddress address() {
    return channel.localAddress();
  }

  int port() {
    return End.portOf(address());
  }

  void close() {
    Waits.done("close", channel.close());
  }

  private final class Accepted extends End {

    Accepted() {
      super(true);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) throws Exception {
      super.channelActive(ctx);
      accepted.add(this);
    }
  }
}
