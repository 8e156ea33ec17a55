package io.peertap.api;

import java.net.SocketAddress;

/** The handle of one unconnected datagram socket, told by its event loop. */
public interface Endpoint {

  /** A datagram of this payload came from there. */
  void received(SocketAddress remote, long bytes);

  /** The kernel took a datagram of this payload for there. */
  void sent(SocketAddress remote, long bytes);

  /**
   * From now on the datagrams of this remote are those of this connection, and count as its bytes
   * alone, as long as it is open. Where two share a remote, nobody can tell whose a datagram is:
   * they count by remote again.
   */
  void carries(SocketAddress remote, Connection connection);

  /** The socket is gone. */
  void closed();
}
