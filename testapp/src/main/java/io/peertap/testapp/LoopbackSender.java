package io.peertap.testapp;

import static io.scalecube.cluster.transport.api.Transport.parseHost;
import static io.scalecube.cluster.transport.api.Transport.parsePort;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelOption;
import io.netty.resolver.DefaultAddressResolverGroup;
import io.scalecube.cluster.transport.api.Message;
import io.scalecube.cluster.transport.api.TransportConfig;
import io.scalecube.transport.netty.Sender;
import io.scalecube.transport.netty.TransportImpl.SenderContext;
import java.net.InetSocketAddress;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

/** The dialling end of a node: its connections come from the node's own address. */
final class LoopbackSender implements Sender {

  private final String host;
  private final TransportConfig config;
  private final Truth truth;

  LoopbackSender(String host, TransportConfig config, Truth truth) {
    this.host = host;
    this.config = config;
    this.truth = truth;
  }

  @Override
  public Mono<Connection> connect(String address) {
    PeerTruth peer = truth.peer(parseHost(address));
    return Mono.deferContextual(
            context -> client(context.get(SenderContext.class), address).connect())
        .cast(Connection.class)
        .doOnSuccess(connection -> peer.connectionsDialled.incrementAndGet())
        .doOnError(failure -> peer.dialsFailed.incrementAndGet());
  }

  private TcpClient client(SenderContext context, String address) {
    return TcpClient.newConnection()
        .runOn(context.loopResources())
        .bindAddress(() -> new InetSocketAddress(host, 0))
        .host(parseHost(address))
        .port(parsePort(address))
        // Addresses are numbers here: nothing to ask a name server.
        .resolver(DefaultAddressResolverGroup.INSTANCE)
        .option(ChannelOption.TCP_NODELAY, true)
        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, config.connectTimeout())
        .doOnChannelInit((observer, channel, remote) ->
            LoopbackTransport.frame(channel, config.maxFrameLength()));
  }

  @Override
  public Mono<Void> send(Message message) {
    return Mono.deferContextual(
        context -> send(context.get(Connection.class), context.get(SenderContext.class), message));
  }

  private Mono<Void> send(Connection connection, SenderContext context, Message message) {
    PeerTruth peer = truth.peer(connection.channel().remoteAddress());
    Mono<ByteBuf> frame = Mono.fromCallable(() -> context.messageEncoder().apply(message))
        .doOnNext(bytes -> peer.sent(LoopbackTransport.LENGTH_FIELD + bytes.readableBytes()));
    return connection.outbound().sendObject(frame, each -> true).then();
  }
}
