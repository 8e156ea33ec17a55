package io.peertap.netty.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.DefaultEventLoopGroup;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;

/**
 * Scenario 14: embedded channels, channels inside the JVM and a listener that nobody dials. None of
 * this is a connection: connections and bytes of the truth are zero.
 */
public final class NotConnections extends Scenario {

  private static final int BYTES = 1000;

  @Override
  void play(Stage stage) {
    stage.truth().add("outbound", 0);
    stage.truth().add("inbound", 0);
    stage.truth().add("sent", 0);
    stage.truth().add("received", 0);
    Server unused = Server.tcp(stage);
    stage.truth().set("serverPort", unused.port());
    embedded(stage.truth());
    local(stage);
    unused.close();
  }

  private static void embedded(Truth truth) {
    End end = new End(true);
    EmbeddedChannel channel = new EmbeddedChannel(end);
    channel.writeInbound(Unpooled.wrappedBuffer(new byte[BYTES]));
    ByteBuf echoed = channel.readOutbound();
    truth.set("embeddedBytes", (long) echoed.readableBytes());
    echoed.release();
    channel.finish();
  }

  private static void local(Stage stage) {
    EventLoopGroup loops = new DefaultEventLoopGroup(1);
    try {
      LocalAddress address = new LocalAddress("peertap-" + System.nanoTime());
      Channel server = listen(loops, address);
      End client = new End(false);
      Bootstrap bootstrap = new Bootstrap().group(loops).channel(LocalChannel.class);
      Waits.succeeded("connect", bootstrap.handler(client).connect(address));
      Waits.succeeded("write", client.send(BYTES));
      client.awaitReceived(BYTES);
      stage.truth().set("localBytes", client.received());
      stage.whileOpen();
      client.close();
      Waits.done("close", server.close());
    } finally {
      Stage.end(loops);
    }
  }

  private static Channel listen(EventLoopGroup loops, LocalAddress address) {
    return Waits.succeeded(
        "bind",
        new ServerBootstrap()
            .group(loops)
            .channel(LocalServerChannel.class)
            .childHandler(new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel child) {
                child.pipeline().addLast(new End(true));
              }
            })
            .bind(address));
  }
}
