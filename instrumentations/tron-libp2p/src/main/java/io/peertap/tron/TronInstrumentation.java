package io.peertap.tron;

import io.peertap.api.Hook;
import io.peertap.api.Instrumentation;
import java.util.List;

/** The network layer of java-tron, {@code io.github.tronprotocol:libp2p}. */
public final class TronInstrumentation implements Instrumentation {

  private static final String LIBRARY = "org.tron.p2p.";
  private static final String CHANNEL = LIBRARY + "connection.Channel";
  private static final String MANAGER = LIBRARY + "connection.ChannelManager";
  private static final String BUSINESS = LIBRARY + "connection.business.";
  private static final String KADEMLIA = LIBRARY + "discover.protocol.kad.";
  private static final String ADVICE = "io.peertap.tron.";

  @Override
  public String name() {
    return "tron";
  }

  @Override
  public String root() {
    return LIBRARY;
  }

  @Override
  public String gives() {
    return "peers by node id, hellos and refusals, messages by type, keep-alive round trips, "
        + "disconnect reasons and bans, discovery by Kademlia and DNS";
  }

  @Override
  public String versions() {
    return "2.2.1 to 2.2.9";
  }

  @Override
  public List<Hook> hooks() {
    return List.of(
        channel(3, "init", "Init"),
        channel(1, "setChannelHandlerContext", "Context"),
        channel(1, "setHelloMessage", "Hello"),
        channel(1, "setNodeId", "NodeId"),
        channel(1, "setFinishHandshake", "Finish"),
        channel(1, "setDiscoveryMode", "Status"),
        channel(1, "send", "Send"),
        // The listener on each write; javac's name for it.
        channel(2, "lambda$send$0", "Written"),
        channel(1, "processException", "Failure"),
        channel(1, "close", "Ban"),
        manager(2, "processMessage", "Receive"),
        manager(1, "processPeer", "Admission"),
        manager(1, "notifyDisconnect", "Gone"),
        Hook.on(BUSINESS + "handshake.HandshakeService")
            .method(3, "sendHelloMsg")
            .advice(ADVICE + "HelloAdvice"),
        Hook.on(BUSINESS + "keepalive.KeepAliveService")
            .method(2, "processMessage")
            .advice(ADVICE + "KeepAliveAdvice"),
        node(1, "sendMessage", "Send", "node", "kadService"),
        node(0, "sendPing", "Ping"),
        node(1, "handlePing", "Pinged", "node"),
        node(1, "handlePong", "Pong", "node", "waitForPong"),
        node(0, "handleTimedOut", "TimedOut", "node"),
        node(1, "handleFindNode", "FindNode", "node"),
        node(2, "handleNeighbours", "Neighbours", "node", "kadService", "waitForNeighbors"),
        Hook.on(KADEMLIA + "KadService")
            .method(0, "channelActivated")
            .needs("bootNodes")
            .advice(ADVICE + "TableAdvice$Seeded"),
        Hook.on(KADEMLIA + "KadService").method(0, "close").advice(ADVICE + "TableAdvice$Closed"),
        round("Begin"),
        round("End"),
        Hook.on(LIBRARY + "dns.sync.Client").method(3, "syncTree").tap(ADVICE + "TreeTap", 2));
  }

  private static Hook channel(int arguments, String method, String advice) {
    return Hook.on(CHANNEL).method(arguments, method).advice(ADVICE + "ChannelAdvice$" + advice);
  }

  private static Hook manager(int arguments, String method, String advice) {
    return Hook.on(MANAGER).method(arguments, method).advice(ADVICE + "ManagerAdvice$" + advice);
  }

  private static Hook node(int arguments, String method, String advice, String... fields) {
    return Hook.on(KADEMLIA + "NodeHandler")
        .method(arguments, method)
        .needs(fields)
        .advice(ADVICE + "NodeAdvice$" + advice);
  }

  private static Hook round(String advice) {
    return Hook.on(KADEMLIA + "DiscoverTask")
        .method(3, "discover")
        .needs("kadService")
        .advice(ADVICE + "RoundAdvice$" + advice);
  }
}
