package io.peertap.pools.reactor;

import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Telemetry;

/** Whom reactor-netty's connections lead to, where it is there: a pool may be one of anything. */
final class NettyPeers {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final boolean HAS_NETTY = hasNetty();

  private NettyPeers() {}

  /** The peer of what was pooled, or null if nobody knows. */
  static String of(Object pooled) {
    if (!HAS_NETTY || !(pooled instanceof reactor.netty.Connection pooledConnection)) {
      return null;
    }
    Connection connection = CONNECTIONS.of(pooledConnection.channel());
    return connection == null ? null : connection.peerName();
  }

  private static boolean hasNetty() {
    try {
      return reactor.netty.Connection.class.isInterface();
    } catch (LinkageError e) {
      return false;
    }
  }
}
