package io.peertap.libp2p;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import java.util.ArrayList;
import java.util.List;

/** jvm-libp2p, TCP, WebSocket, QUIC and relayed connections. */
public final class Libp2pInstrumentation implements Instrumentation {

  private static final String LIBRARY = "io.libp2p.";
  private static final String ADVICE = "io.peertap.libp2p.";
  private static final String IMPLEMENTATION = LIBRARY + "transport.implementation.";
  private static final String SELECT = LIBRARY + "multistream.ProtocolSelect";
  private static final String CIRCUIT = LIBRARY + "protocol.circuit.";
  private static final String AUTONAT = LIBRARY + "protocol.autonat.AutonatProtocol$";
  private static final String RELAY = CIRCUIT + "RelayTransport";
  private static final String ROUTER = LIBRARY + "pubsub.AbstractRouter";
  private static final String FLOOD = LIBRARY + "pubsub.flood.FloodRouter";
  private static final String GOSSIP = LIBRARY + "pubsub.gossip.GossipRouter";
  private static final String BROADCASTER = GOSSIP + "EventBroadcaster";

  @Override
  public String name() {
    return "libp2p";
  }

  @Override
  public String root() {
    return LIBRARY;
  }

  @Override
  public String gives() {
    return "peers by id, secure channel and muxer, streams by protocol, pings, identify, gossip"
        + " with meshes and scores, mDNS, relays, autonat";
  }

  @Override
  public String versions() {
    return "1.2.2 to 1.3.5";
  }

  @Override
  public List<Hook> hooks() {
    List<Hook> hooks = new ArrayList<>();
    hooks.addAll(connections());
    hooks.addAll(streams());
    hooks.addAll(protocols());
    hooks.addAll(relays());
    hooks.addAll(gossip());
    return hooks;
  }

  private static List<Hook> connections() {
    String upgrader = LIBRARY + "transport.ConnectionUpgrader";
    String relayed = RELAY + "$ConnectionOverStream";
    return List.of(
        hook(
            LIBRARY + "transport.ws.WebSocketClientInitializer",
            1,
            "initChannel",
            "ConnectionAdvice$Upgrading"),
        hook(
            LIBRARY + "transport.ws.WebSocketServerInitializer",
            1,
            "initChannel",
            "ConnectionAdvice$Upgrading"),
        hook(IMPLEMENTATION + "ConnectionOverNetty", 3, "<init>", "ConnectionAdvice$Built"),
        hook(relayed, 3, "<init>", "RelayedAdvice"),
        hook(upgrader, 1, "establishSecureChannel", "ConnectionAdvice$Established"),
        hook(upgrader, 1, "establishMuxer", "ConnectionAdvice$Established"),
        hook(
            IMPLEMENTATION + "ConnectionOverNetty",
            1,
            "setSecureSession",
            "ConnectionAdvice$Secured"),
        hook(relayed, 1, "setSecureSession", "ConnectionAdvice$Secured"),
        hook(
            IMPLEMENTATION + "ConnectionOverNetty", 1, "setMuxerSession", "ConnectionAdvice$Muxed"),
        hook(relayed, 1, "setMuxerSession", "ConnectionAdvice$Muxed"),
        Hook.on(LIBRARY + "network.NetworkImpl")
            .method(3, "connect")
            .tap(ADVICE + "DialTap", MethodTap.THIS, 0));
  }

  private static List<Hook> streams() {
    return List.of(
        hook(IMPLEMENTATION + "StreamOverNetty", 3, "<init>", "StreamAdvice$Built"),
        hook(SELECT, 2, "userEventTriggered", "NegotiationAdvice$Agreed"),
        hook(SELECT, 2, "exceptionCaught", "NegotiationAdvice$Failed"),
        hook(SELECT, 1, "channelUnregistered", "NegotiationAdvice$Closed"),
        hook(LIBRARY + "etc.util.netty.AbstractChildChannel", 0, "closeImpl", "StreamAdvice$Ended"),
        hook(LIBRARY + "etc.util.netty.mux.MuxChannel", 0, "onClientClosed", "StreamAdvice$Reset"),
        hook(LIBRARY + "mux.WriteBufferOverflowMuxerException", 1, "<init>", "OverflowAdvice"),
        hook(
            LIBRARY + "transport.quic.QuicStreamReadCloseEventConverter",
            2,
            "exceptionCaught",
            "StreamAdvice$QuicFailed"));
  }

  private static List<Hook> protocols() {
    return List.of(
        Hook.on(LIBRARY + "protocol.PingProtocol$PingInitiator")
            .method(0, "ping")
            .tap(ADVICE + "PingTap", MethodTap.THIS),
        hook(LIBRARY + "protocol.PingProtocol$PingResponder", 2, "onMessage", "PongAdvice"),
        hook(
            LIBRARY + "protocol.IdentifyProtocol$IdentifyRequesterChannelHandler",
            2,
            "onMessage",
            "IdentifyAdvice"),
        hook(IMPLEMENTATION + "StreamOverNetty", 1, "writeAndFlush", "AnswerAdvice"),
        // Kotlin appends the name of the module that the method is internal to.
        Hook.on(LIBRARY + "discovery.MDnsDiscovery")
            .method(1, "peerFound$libp2p", "peerFound")
            .advice(ADVICE + "DiscoveryAdvice"),
        Hook.on(LIBRARY + "core.multiformats.MultiaddrDns$Companion")
            .method(3, "resolve")
            .tap(ADVICE + "AddressTap"),
        hook(AUTONAT + "Sender", 1, "rpc", "AutonatAdvice$Asking"),
        hook(AUTONAT + "Receiver", 2, "onMessage", "AutonatAdvice$Asked"));
  }

  private static List<Hook> relays() {
    String way = CIRCUIT + "CircuitHopProtocol$ProxyHandler";
    return List.of(
        hook(way, 1, "<init>", "RelayAdvice$Proxied"),
        hook(way, 2, "channelRead", "RelayAdvice$Carried"),
        Hook.on(CIRCUIT + "CircuitHopProtocol$Sender")
            .method(1, "rpc")
            .needs("stream")
            .advice(ADVICE + "RelayAdvice$Asked"),
        hook(CIRCUIT + "CircuitHopProtocol$Binding", 1, "setHost", "RelayAdvice$Offered"),
        hook(LIBRARY + "host.HostImpl", 0, "stop", "RelayAdvice$Stopped"),
        Hook.on(RELAY)
            .method(0, "initialize")
            .needs("relayCount")
            .advice(ADVICE + "RelayAdvice$Searching"),
        hook(RELAY, 0, "close", "RelayAdvice$Closed"));
  }

  /** A gossip router tells its broadcaster; a flood router tells itself. */
  private static List<Hook> gossip() {
    return List.of(
        hook(BROADCASTER, 2, "notifyUnseenMessage", "GossipAdvice$Unseen"),
        hook(BROADCASTER, 3, "notifySeenMessage", "GossipAdvice$Seen"),
        hook(BROADCASTER, 2, "notifyUnseenValidMessage", "GossipAdvice$Valid"),
        hook(BROADCASTER, 2, "notifyUnseenInvalidMessage", "GossipAdvice$Invalid"),
        hook(ROUTER, 2, "notifyUnseenMessage", "GossipAdvice$Unseen"),
        hook(ROUTER, 3, "notifySeenMessage", "GossipAdvice$Seen"),
        hook(ROUTER, 2, "notifyUnseenValidMessage", "GossipAdvice$Valid"),
        hook(ROUTER, 2, "notifyUnseenInvalidMessage", "GossipAdvice$Invalid"),
        hook(GOSSIP, 1, "broadcastOutbound", "GossipAdvice$Publishing"),
        hook(FLOOD, 1, "broadcastOutbound", "GossipAdvice$Publishing"),
        hook(ROUTER, 2, "submitPublishMessage", "GossipAdvice$Copied"),
        Hook.on(ROUTER).method(1, "publish").tap(ADVICE + "PublishTap", 0),
        Hook.on(LIBRARY + "pubsub.PubsubApiImpl")
            .method(1, "onNewMessage")
            .tap(ADVICE + "DeliverTap", 0),
        hook(ROUTER, 2, "send", "RpcAdvice$Sent"),
        hook(ROUTER, 2, "onInbound", "RpcAdvice$Received"),
        hook(GOSSIP, 1, "acceptRequestsFrom", "RpcAdvice$Accepted"),
        // Internal, like mDNS's peerFound.
        Hook.on(GOSSIP)
            .method(1, "validateMessageListLimits$libp2p", "validateMessageListLimits")
            .advice(ADVICE + "RpcAdvice$Limited"),
        hook(LIBRARY + "pubsub.RpcCountFrameDecoder", 3, "decode", "RpcAdvice$Decoded"),
        hook(ROUTER, 2, "onPeerWireException", "RpcAdvice$Malformed"),
        hook(BROADCASTER, 2, "notifyMeshed", "MeshAdvice$Meshed"),
        hook(BROADCASTER, 2, "notifyPruned", "MeshAdvice$Pruned"),
        hook(GOSSIP, 1, "onPeerDisconnected", "MeshAdvice$Gone"),
        hook(GOSSIP, 0, "heartbeat", "MeshAdvice$Beat"),
        Hook.on(GOSSIP).method(2, "processControlMessage").tap(ADVICE + "ControlTap"),
        subscriptions(2, "handleMessageSubscriptions"),
        subscriptions(1, "onPeerDisconnected"));
  }

  private static Hook subscriptions(int arguments, String method) {
    return Hook.on(ROUTER)
        .method(arguments, method)
        .needs("peersTopics")
        .advice(ADVICE + "MeshAdvice$Subscribed");
  }

  private static Hook hook(String type, int arguments, String method, String advice) {
    return Hook.on(type).method(arguments, method).advice(ADVICE + advice);
  }
}
