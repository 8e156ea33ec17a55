package io.peertap.libp2p;

import io.libp2p.etc.AttributesKt;
import io.libp2p.transport.implementation.ConnectionOverNetty;
import io.netty.channel.Channel;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Telemetry;

/**
 * Finds the handles of the library's connections: those of a socket hang off its Netty channel,
 * where Netty's module put them; relayed ones are carriers themselves.
 */
final class Handles {

  private static final Connections CONNECTIONS = Telemetry.current().connections();

  private Handles() {}

  /** The carrier of a connection. */
  static Object carrier(Object connection) {
    return connection instanceof ConnectionOverNetty direct ? direct.getNettyChannel() : connection;
  }

  /** The handle of a connection, or null. */
  static Connection of(Object connection) {
    return CONNECTIONS.of(carrier(connection));
  }

  /** Who is at the other end of a stream's channel, or null. */
  static String peer(Channel stream) {
    Connection connection = of(stream.parent());
    return connection == null ? null : connection.peerName();
  }

  /**
   * The handle of the connection that the channel stands for, or null for a stream's channel. The
   * channel of a stream through a relay becomes one that stands for a connection.
   */
  static Connection of(Channel channel) {
    Object connection = channel.hasAttr(AttributesKt.getCONNECTION())
        ? channel.attr(AttributesKt.getCONNECTION()).get()
        : null;
    return connection == null ? null : of(connection);
  }
}
