package io.peertap.benchmarks.echo;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.ChannelHandler;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslContext;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.hook.Handwritten;
import java.io.IOException;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Connections between two sides of an exchange in this JVM.
 *
 * @param exchange what they are for
 * @param competitor who is in their pipelines
 * @param handwritten counts there, if it is the competitor
 * @param keys of the server, where there is TLS, or null
 */
record Loopback(Exchange exchange, Competitor competitor, Handwritten handwritten, Keys keys) {

  /** So many new ones, over which nothing is sent yet. */
  List<Asking> connect(EventLoopGroup serverLoop, EventLoopGroup clientLoop, int connections)
      throws IOException, InterruptedException {
    SocketAddress server = new ServerBootstrap()
        .group(serverLoop)
        .channel(exchange.sockets().server())
        .childHandler(pipes(keys == null ? null : keys.server(), Echoing::new))
        .bind("127.0.0.1", 0)
        .sync()
        .channel()
        .localAddress();
    SslContext tls = keys == null ? null : keys.client();
    List<Asking> clients = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      Asking client = new Asking(exchange);
      new Bootstrap()
          .group(clientLoop)
          .channel(exchange.sockets().client())
          .handler(pipes(tls, () -> client))
          .connect(server)
          .sync();
      clients.add(client);
    }
    return clients;
  }

  private Pipes pipes(SslContext tls, Supplier<ChannelHandler> own) {
    return new Pipes(exchange, competitor, handwritten, tls, own);
  }
}
