package io.peertap.netty.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslHandler;
import java.net.SocketAddress;
import java.util.function.Supplier;

/** Dials with Netty. */
final class Dialer {

  private final Bootstrap bootstrap;
  private final Supplier<SslHandler> tls;

  Dialer(Stage stage) {
    this(stage, stage.transports().client(), null);
  }

  Dialer(Stage stage, Class<? extends Channel> type, Supplier<SslHandler> tls) {
    this.bootstrap = new Bootstrap().group(stage.clients()).channel(type);
    this.tls = tls;
  }

  <T> Dialer option(ChannelOption<T> option, T value) {
    bootstrap.option(option, value);
    return this;
  }

  Bootstrap bootstrap() {
    return bootstrap;
  }

  /** Starts to dial; the outcome is the future's. */
  ChannelFuture dial(SocketAddress remote, End end) {
    return bootstrap.clone().handler(initializer(end)).connect(remote);
  }

  End connect(SocketAddress remote) {
    End end = new End(false);
    Waits.succeeded("connect to " + remote, dial(remote, end));
    return end;
  }

  ChannelInitializer<Channel> initializer(End end) {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel channel) {
        if (tls != null) {
          channel.pipeline().addLast(tls.get());
        }
        channel.pipeline().addLast(end);
      }
    };
  }
}
