package io.peertap.testapp;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.scalecube.cluster.transport.api.TransportConfig;
import io.scalecube.transport.netty.Receiver;
import io.scalecube.transport.netty.TransportImpl.ReceiverContext;
import java.util.Set;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.DisposableServer;
import reactor.netty.tcp.TcpServer;

/**
 * The listening end of a node: takes connections on the node's own address. It never listens on the
 * port number of a seed: scalecube takes a seed for the node itself if the seed's address is that of
 * the local host, 127.0.0.1, with the node's own port, and the node would stay alone.
 */
final class LoopbackReceiver implements Receiver {

  private final String host;
  private final Set<Integer> seedPorts;
  private final TransportConfig config;
  private final Truth truth;

  LoopbackReceiver(String host, Set<Integer> seedPorts, TransportConfig config, Truth truth) {
    this.host = host;
    this.seedPorts = seedPorts;
    this.config = config;
    this.truth = truth;
  }

  @Override
  public Mono<DisposableServer> bind() {
    return Mono.deferContextual(context -> bind(context.get(ReceiverContext.class), config.port()));
  }

  /** Holds a port that is no good until there is another one, so as not to be given it again. */
  private Mono<DisposableServer> bind(ReceiverContext context, int port) {
    return server(context, port)
        .bind()
        .cast(DisposableServer.class)
        .flatMap(server -> seedPorts.contains(server.port())
            ? bind(context, 0).doFinally(bound -> server.dispose())
            : Mono.just(server));
  }

  private TcpServer server(ReceiverContext context, int port) {
    return TcpServer.create()
        .runOn(context.loopResources())
        .host(host)
        .port(port)
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
