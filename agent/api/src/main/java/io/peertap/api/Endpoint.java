package io.peertap.api;

import java.net.SocketAddress;

/** The handle of one unconnected datagram socket, told by its event loop. */
public interface Endpoint {

  /** A datagram of this payload came from there. */
  void received(SocketAddress remote, long bytes);

  /** The kernel took a datagram of this payload for there. */
  void sent(SocketAddress remote, long bytes);

  /** The socket is gone. */
  void closed();
}
