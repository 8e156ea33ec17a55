package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramChannel;
import java.net.SocketAddress;

/** Where a channel leads to. */
final class Remotes {

  private Remotes() {}

  /** The other end of a channel that is up, or null. */
  static SocketAddress of(Channel channel) {
    return isQuic(channel) ? socket(channel) : channel.remoteAddress();
  }

  /** The other end that a dial asks for; QUIC asks for a connection id. */
  static SocketAddress asked(Channel channel, SocketAddress remote) {
    return isQuic(channel) ? socket(channel) : remote;
  }

  private static boolean isQuic(Channel channel) {
    return channel.parent() instanceof DatagramChannel;
  }

  /** QUIC channels keep the socket's address apart, in Netty 4.2's package and in the incubator's. */
  private static SocketAddress socket(Channel channel) {
    return (SocketAddress) Getters.ask(channel, "remoteSocketAddress");
  }
}
