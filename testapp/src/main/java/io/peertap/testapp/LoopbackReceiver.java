package io.peertap.testapp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.scalecube.cluster.transport.api.TransportConfig;
import io.scalecube.transport.netty.Receiver;
import io.scalecube.transport.netty.TransportImpl.ReceiverContext;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/** The listening end of a node: takes connections on the node's own address. */
final class LoopbackReceiver implements Receiver {

  private final String host;
  private final TransportConfig config;
  private final Truth truth;

  LoopbackReceiver(String host, TransportConfig config, Truth truth) {
    this.host = host;
    this.config = config;
    this.truth = truth;
  }

  @Override
  public Mono<DisposableServer> bind() {
    return Mono.deferContextual(
            context -> server(context.get(ReceiverContext.class)).bind())
        .cast(DisposableServer.class);
  }

  private TcpServer server(ReceiverContext context) {
    return TcpServer.create()
        .runOn(context.loopResources())
        .host(host)
        .port(config.port())
        .childOption(ChannelOption.TCP_NODELAY, true)
        .doOnChannelInit((observer, channel, remote) ->
            LoopbackTransport.frame(channel, config.maxFrameLength()))
        .doOnConnection(connection -> accept(context, connection));
  }

  private void accept(ReceiverContext context, Connection connection) {
    PeerTruth peer = truth.peer(connection.channel().remoteAddress());
    peer.connectionsAccepted.incrementAndGet();
    connection
        .inbound()
        .receive()
        .retain()
        .subscribe(frame -> receive(context, peer, frame), broken -> connection.dispose());
  }

  private static void receive(ReceiverContext context, PeerTruth peer, ByteBuf frame) {
    peer.received(LoopbackTransport.LENGTH_FIELD + frame.readableBytes());
    context.onMessage(frame);
  }
}
