package io.peertap.netty;

import io.netty.channel.Channel;
import java.net.SocketAddress;

/** Where a channel leads to. */
final class Remotes {

  private Remotes() {}

  /** The other end of a channel that is up, or null. */
  static SocketAddress of(Channel channel) {
    return Quic.isConnection(channel) ? Quic.remote(channel) : channel.remoteAddress();
  }

  /** The other end that a dial asks for; QUIC asks for a connection id. */
  static SocketAddress asked(Channel channel, SocketAddress remote) {
    return Quic.isConnection(channel) ? Quic.remote(channel) : remote;
  }
}
