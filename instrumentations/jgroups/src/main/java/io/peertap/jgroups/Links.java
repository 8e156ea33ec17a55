package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.jgroups.stack.IpAddress;

/** The links of connections, found by the connection and by what it reads from and writes to. */
final class Links {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final Attached<Link> LINKS = Telemetry.current().attached();
  private static final ConnectionView VIEW = new ConnectionView();

  private Links() {}

  /** The link of a connection, of its stream or of its channel; null if it is not counted. */
  static Link of(Object key) {
    return key == null ? null : LINKS.get(key);
  }

  /** A connection begins to be made. */
  static Link opening(Object connection, Direction direction, SocketAddress remote) {
    Link known = LINKS.get(connection);
    if (known != null) {
      return known;
    }
    Connection handle = CONNECTIONS.opening(connection, VIEW, direction, Transport.TCP, remote);
    if (handle == null) {
      return null;
    }
    handle.speaks("jgroups");
    Link link = new Link(handle, direction);
    LINKS.put(connection, link);
    return link;
  }

  /** What passes here belongs to this connection too. */
  static void also(Object key, Object connection) {
    Link link = LINKS.get(connection);
    if (link != null && key != null) {
      LINKS.put(key, link);
    }
  }

  /** The socket address that an address of JGroups means; null if it is none. */
  static SocketAddress remote(Object address) {
    return address instanceof IpAddress ip
        ? new InetSocketAddress(ip.getIpAddress(), ip.getPort())
        : null;
  }
}
