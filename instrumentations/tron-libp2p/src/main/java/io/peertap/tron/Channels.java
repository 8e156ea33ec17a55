package io.peertap.tron;

import io.netty.channel.ChannelHandlerContext;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Telemetry;
import org.tron.p2p.connection.Channel;

/** From the library's channel to its peer and to the handle of its connection. */
final class Channels {

  /** The label of everything that the library's protocols send. */
  static final String PROTOCOL = "tron";

  private static final Connections CONNECTIONS = Telemetry.current().connections();

  private Channels() {}

  /**
   * The peer's node id, in hexadecimal digits; null as long as the peer has not told it. Until
   * then a channel that this node dialled has a placeholder.
   */
  static String peer(Channel channel) {
    boolean told = channel.getHelloMessage() != null || !channel.isActive();
    String id = told ? channel.getNodeId() : null;
    return id == null || id.isEmpty() ? null : id;
  }

  /** The hello, the library's own handshake, begins with the connection. */
  static void expectHello(io.netty.channel.Channel carrier) {
    CONNECTIONS.expectHandshake(carrier, Security.NONE);
  }

  /** All bytes of the connection are the library's. */
  static void connected(ChannelHandlerContext context) {
    Connection connection = CONNECTIONS.of(context.channel());
    if (connection != null) {
      connection.speaks(PROTOCOL);
    }
  }

  /** The peer told its id. */
  static void identified(Channel channel, String id, String version) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.identified(id, null, version);
    }
  }

  /** The hello ended well. */
  static void welcomed(Channel channel) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.secured(Security.NONE, Muxer.NONE);
    }
  }

  /** The peer closes. */
  static void closedByPeer(Channel channel) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.closing(Side.REMOTE);
    }
  }

  /** The hello failed. */
  static void refused(Channel channel, Reason reason) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.failed(Phase.NEGOTIATE, reason);
    }
  }

  /** What was read, or did not come, ends the connection. */
  static void failed(Channel channel, Reason reason) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.failed(Phase.READ, reason);
    }
  }

  /** The same, with what was thrown. */
  static void failed(Channel channel, Throwable cause) {
    Connection connection = connection(channel);
    if (connection != null) {
      connection.failed(Phase.READ, cause);
    }
  }

  private static Connection connection(Channel channel) {
    ChannelHandlerContext context = channel.getCtx();
    return context == null ? null : CONNECTIONS.of(context.channel());
  }
}
