package io.peertap.bitcoinj;

import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Direction;
import io.peertap.api.Security;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import java.net.SocketAddress;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerSocketHandler;
import org.bitcoinj.net.StreamConnection;

/** The links of connections, found by the peer's side of a connection or by what it writes to. */
final class Links {

  private static final Attached<Link> LINKS = Telemetry.current().attached();
  private static final ConnectionView VIEW = new ConnectionView();

  private Links() {}

  /** The link of a connection, or of what it writes to; null if it is not counted. */
  static Link of(Object key) {
    return key == null ? null : LINKS.get(key);
  }

  /** A connection begins to be made. */
  static Link opening(StreamConnection connection, Direction direction, SocketAddress remote) {
    Link known = LINKS.get(connection);
    if (known != null) {
      return known;
    }
    Connection handle = Telemetry.current()
        .connections()
        .opening(connection, VIEW, direction, Transport.TCP, remote);
    if (handle == null) {
      return null;
    }
    boolean bitcoin = connection instanceof PeerSocketHandler;
    if (bitcoin) {
      handle.speaks(Link.PROTOCOL);
    }
    if (connection instanceof Peer) {
      handle.securing(Security.NONE); // The version handshake.
    }
    Link link = new Link(handle, bitcoin ? Addresses.name(direction, remote) : null);
    LINKS.put(connection, link);
    return link;
  }

  /** What is written here belongs to this connection. */
  static void also(Object target, Object connection) {
    Link link = LINKS.get(connection);
    if (link != null) {
      LINKS.put(target, link);
    }
  }
}
