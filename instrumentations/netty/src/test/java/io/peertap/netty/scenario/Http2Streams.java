package io.peertap.netty.scenario;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Scenario 15: HTTP/2 with prior knowledge over one connection, one channel per stream, through a
 * relay that counts the bytes on the wire. The hook runs while all streams are open, after each has
 * had its data echoed. Needs codec-http2 4.1.100 or later.
 */
public final class Http2Streams extends Scenario {

  private final Queue<Http2End> accepted = new ConcurrentLinkedQueue<>();
  private final Queue<Channel> connections = new ConcurrentLinkedQueue<>();
  private final List<Http2End> opened = new ArrayList<>();
  private final List<Http2End> answering = new ArrayList<>();

  @Override
  void play(Stage stage) throws IOException {
    Channel server = listen(stage);
    Relay relay = stage.closing(new Relay(End.portOf(server.localAddress())));
    Channel client = connect(stage, relay);
    Channel peer = Waits.next("accepted connection", connections);
    stage.truth().set("serverPort", End.portOf(server.localAddress()));
    stage.truth().set("relayPort", relay.address().getPort());
    for (int i = 0; i < stage.number("streams", 5); i++) {
      talk(client, stage.number("bytes", 3000) + i);
    }
    relay.awaitQuiet();
    tell(stage.truth(), relay);
    stage.whileOpen();
    opened.forEach(Http2End::end);
    opened.forEach(end -> Waits.closed(end.channel()));
    answering.forEach(end -> Waits.closed(end.channel()));
    Waits.done("close", client.close());
    Waits.closed(peer);
    relay.awaitEnd();
    stage.truth().set("wireSentByClient", relay.fromClients());
    stage.truth().set("wireSentByServer", relay.fromServer());
    Waits.done("close", server.close());
  }

  private Channel listen(Stage stage) {
    return Waits.succeeded(
        "bind",
        new ServerBootstrap()
            .group(stage.servers())
            .channel(stage.transports().server())
            .childHandler(new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel child) {
                child.pipeline().addLast(Http2FrameCodecBuilder.forServer().build());
                child.pipeline().addLast(new Http2MultiplexHandler(streams()));
                connections.add(child);
              }
            })
            .bind(Server.anyPort()));
  }

  private ChannelInitializer<Channel> streams() {
    return new ChannelInitializer<Channel>() {
      @Override
      protected void initChannel(Channel stream) {
        Http2End end = new Http2End(true);
        stream.pipeline().addLast(end);
        accepted.add(end);
      }
    };
  }

  private Channel connect(Stage stage, Relay relay) {
    return Waits.succeeded(
        "connect",
        new Bootstrap()
            .group(stage.clients())
            .channel(stage.transports().client())
            .handler(new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(Http2FrameCodecBuilder.forClient().build());
                channel.pipeline().addLast(new Http2MultiplexHandler(streams()));
              }
            })
            .connect(relay.address()));
  }

  private void talk(Channel connection, int bytes) {
    Http2End end = new Http2End(false);
    Future<Http2StreamChannel> stream =
        new Http2StreamChannelBootstrap(connection).handler(end).open();
    Waits.done("stream", stream);
    end.begin();
    end.send(bytes);
    Http2End peer = Waits.next("accepted stream", accepted);
    Waits.until("echo on a stream", () -> end.received() == bytes && peer.sent() == bytes);
    opened.add(end);
    answering.add(peer);
  }

  private void tell(Truth truth, Relay relay) {
    truth.set("outbound", 1L);
    truth.set("inbound", 1L);
    truth.set("outboundStreams", (long) opened.size());
    truth.set("inboundStreams", (long) answering.size());
    truth.set("clientSent", opened.stream().mapToLong(Http2End::sent).sum());
    truth.set("clientReceived", opened.stream().mapToLong(Http2End::received).sum());
    truth.set("serverSent", answering.stream().mapToLong(Http2End::sent).sum());
    truth.set("serverReceived", answering.stream().mapToLong(Http2End::received).sum());
    truth.set("wireToServerWhileOpen", relay.fromClients());
    truth.set("wireToClientWhileOpen", relay.fromServer());
  }
}
