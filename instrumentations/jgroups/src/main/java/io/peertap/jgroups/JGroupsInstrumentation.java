package io.peertap.jgroups;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import io.peertap.api.MethodTap;
import java.util.ArrayList;
import java.util.List;

/**
 * JGroups 5 over TCP, TCP_NIO2 and UDP. What a connection writes and reads passes few methods of its
 * own; where releases differ both ways are hooked, and what a release lacks is skipped.
 */
public final class JGroupsInstrumentation implements Instrumentation {

  private static final String SERVER = "org.jgroups.blocks.cs.BaseServer";
  private static final String TCP = "org.jgroups.blocks.cs.TcpConnection";
  private static final String NIO = "org.jgroups.blocks.cs.NioConnection";
  private static final String HELLO = NIO + "$PeerAddressReader";
  private static final String BUFFERS = "org.jgroups.nio.Buffers";
  private static final String READER = "org.jgroups.nio.MessageReader";
  private static final String PROTOCOLS = "org.jgroups.protocols.";
  private static final String TRANSPORT = PROTOCOLS + "TP";
  private static final String UDP = PROTOCOLS + "UDP";
  private static final String CHANNEL = "org.jgroups.JChannel";
  private static final String DISCOVERY = PROTOCOLS + "Discovery";
  private static final String RESPONSES = "org.jgroups.util.Responses";
  private static final String RTT = "org.jgroups.util.RTT";
  private static final String ADVICE = "io.peertap.jgroups.";

  @Override
  public String name() {
    return "jgroups";
  }

  @Override
  public String root() {
    return "org.jgroups.";
  }

  @Override
  public String gives() {
    return "members by logical name, connections and datagrams, messages by protocol, views, "
        + "heartbeats, round-trip tests, suspicions, discovery";
  }

  @Override
  public String versions() {
    return "5.0.0, 5.5.0 and 5.5.7";
  }

  @Override
  public List<Hook> hooks() {
    List<Hook> hooks = new ArrayList<>();
    hooks.addAll(connections());
    hooks.addAll(bytes());
    hooks.addAll(messages());
    hooks.addAll(cluster());
    return hooks;
  }

  /** Dialled, accepted, refused after their hello, closed. */
  private static List<Hook> connections() {
    return List.of(
        dial(TCP, 2),
        dial(TCP, 3),
        some(TCP, 2, "connect", "TcpAdvice$Dial", "sock"),
        some(TCP, 3, "connect", "TcpAdvice$Dial", "sock"),
        tap(TCP, 1, "readPeerAddress", "HelloTap", MethodTap.THIS, 0),
        hook(TCP, 0, "start", "TcpAdvice$Start", "sock", "in"),
        hook(TCP, 0, "close", "CloseAdvice$Begin"),
        some(TCP, 1, "close", "CloseAdvice$Begin"),
        closed(TCP),
        dial(NIO, 2),
        hook(NIO, 2, "connect", "NioAdvice$Dial", "channel"),
        hook(NIO, 2, "<init>", "NioAdvice$Accept"),
        hook(NIO, 1, "clearSelectionKey", "NioAdvice$Ready"),
        tap(HELLO, 1, "readPeerAddress", "NioHelloTap", 0),
        hook(NIO, 0, "start", "NioAdvice$Start"),
        hook(NIO, 0, "close", "CloseAdvice$Begin"),
        some(NIO, 1, "close", "CloseAdvice$Begin"),
        closed(NIO),
        Hook.on(SERVER)
            .method(2, "handleIncomingConnection", "addConnection")
            .advice(ADVICE + "ServerAdvice$Incoming"),
        hook(SERVER, 1, "closeConnection", "ServerAdvice$Broken"),
        hook(SERVER, 1, "notifyConnectionClosed", "ServerAdvice$Ended"));
  }

  /** What connections and datagram sockets write and read. */
  private static List<Hook> bytes() {
    return List.of(
        some(TCP, 3, "doSend", "TcpAdvice$Send", "out"),
        some(TCP, 4, "doSend", "TcpAdvice$Send", "out"),
        hook(TCP, 1, "sendLocalAddress", "TcpAdvice$SendHello"),
        some(TCP, 0, "closeGracefully", "TcpAdvice$SendGoodbye", "sock", "out"),
        hook(SERVER, 3, "receive", "ServerAdvice$Receive"),
        hook(BUFFERS, 1, "write", "BuffersAdvice$Write"),
        hook(BUFFERS, 1, "write", "BuffersAdvice$Written"),
        hook(BUFFERS, 1, "read", "BuffersAdvice$Read", "bufs"),
        hook(BUFFERS, 1, "read", "BuffersAdvice$Filled", "bufs"),
        hook(BUFFERS, 1, "readLengthAndData", "BuffersAdvice$Read", "bufs"),
        hook(BUFFERS, 1, "readLengthAndData", "BuffersAdvice$Message", "bufs"),
        hook(READER, 0, "fillBuffer", "ReaderAdvice$Read", "channel", "buffer"),
        hook(READER, 0, "fillBuffer", "ReaderAdvice$Filled", "channel", "buffer"),
        hook(HELLO, 1, "readPeerAddress", "ReaderAdvice$ReadHello", "buffer"),
        hook(HELLO, 1, "readPeerAddress", "ReaderAdvice$FilledHello", "buffer"),
        hook(UDP, 0, "createSockets", "UdpAdvice$Open"),
        hook(UDP, 5, "_send", "UdpAdvice$Send", "sock"),
        hook(TRANSPORT, 4, "receive", "UdpAdvice$Receive"),
        hook(UDP, 0, "destroySockets", "UdpAdvice$Close"));
  }

  /** Who members are, and every message between them. */
  private static List<Hook> messages() {
    return List.of(
        hook(TRANSPORT, 3, "addPhysicalAddressToCache", "TransportAdvice$Learn"),
        hook(TRANSPORT, 1, "down", "TransportAdvice$Down"),
        some(TRANSPORT, 4, "passMessageUp", "TransportAdvice$Up"),
        some(TRANSPORT, 5, "passMessageUp", "TransportAdvice$Up"),
        hook(TRANSPORT, 3, "passBatchUp", "TransportAdvice$UpBatch"));
  }

  /** Views, group messages, failure detection, round-trip tests, discovery. */
  private static List<Hook> cluster() {
    return List.of(
        hook(CHANNEL, 1, "up", "ChannelAdvice$Up"),
        hook(CHANNEL, 1, "down", "ChannelAdvice$Down"),
        hook(
            PROTOCOLS + "FailureDetection",
            1,
            "suspect",
            "DetectionAdvice$Timeout",
            "suspected_mbrs",
            "members"),
        hook(
            PROTOCOLS + "FD_HOST",
            1,
            "suspect",
            "DetectionAdvice$Timeout",
            "suspected_mbrs",
            "members"),
        hook(PROTOCOLS + "FD_SOCK", 1, "broadcastSuspectMessage", "DetectionAdvice$Closed"),
        hook(PROTOCOLS + "FD_SOCK2", 1, "broadcastSuspectMessage", "DetectionAdvice$Closed"),
        hook(RTT, 3, "_rtt", "RttAdvice$Begun", "transport"),
        hook(RTT, 2, "handleResponse", "RttAdvice$Answered", "times"),
        hook(RTT, 3, "_rtt", "RttAdvice$Over"),
        tap(DISCOVERY, 4, "findMembers", "DiscoveryTap", MethodTap.THIS, 1),
        hook(DISCOVERY, 2, "addResponse", "DiscoveryAdvice$Found"),
        hook(RESPONSES, 1, "waitFor", "DiscoveryAdvice$Over"),
        hook(RESPONSES, 0, "done", "DiscoveryAdvice$Over"));
  }

  private static Hook hook(
      String type, int arguments, String method, String advice, String... needs) {
    return Hook.on(type).method(arguments, method).needs(needs).advice(ADVICE + advice);
  }

  /** In some releases only. */
  private static Hook some(
      String type, int arguments, String method, String advice, String... needs) {
    return Hook.on(type).method(arguments, method).needs(needs).optional().advice(ADVICE + advice);
  }

  private static Hook dial(String type, int arguments) {
    return Hook.on(type)
        .method(arguments, "connect")
        .optional()
        .tap(ADVICE + "DialTap", MethodTap.THIS, 0);
  }

  private static Hook tap(String type, int arguments, String method, String tap, Integer... reads) {
    return Hook.on(type).method(arguments, method).tap(ADVICE + tap, reads);
  }

  /** Whichever of the two really closes: in later releases, one calls the other. */
  private static Hook closed(String type) {
    return Hook.on(type).method(0, "doClose", "close").advice(ADVICE + "CloseAdvice$End");
  }
}
