package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramChannel;
import io.peertap.api.Connection;
import io.peertap.api.Muxer;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import java.net.SocketAddress;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;

/**
 * QUIC connections, whose channels hang off a datagram socket's. Their classes are in Netty 4.2's
 * package or in the incubator's, so they are asked by the names of their getters.
 */
final class Quic {

  /** With this protocol each stream negotiates its own. */
  private static final String LIBP2P = "libp2p";

  private Quic() {}

  static boolean isConnection(Channel channel) {
    return channel.parent() instanceof DatagramChannel;
  }

  /** The socket's address; the channel's own is a connection id, and gone at the close. */
  static SocketAddress remote(Channel channel) {
    return (SocketAddress) Getters.ask(channel, "remoteSocketAddress");
  }

  /** Whether this side has dialled. */
  static boolean isClient(Channel channel) {
    SSLEngine engine = engine(channel);
    return engine != null && engine.getUseClientMode();
  }

  /** What all streams of the connection speak, or null. */
  static String streamProtocol(Channel channel) {
    String protocol = protocol(channel);
    return LIBP2P.equals(protocol) ? null : protocol;
  }

  /** The first packet left or came: what follows is handshake. */
  static void begins(Channel channel, Tap tap) {
    tap.connection().securing(Security.TLS);
    Tap socket = Taps.of(channel.parent());
    if (socket != null) {
      socket.carries(remote(channel), tap.connection());
    }
  }

  /** The handshake, which is all there is of a dial, ended well. */
  static void established(Channel channel, Connection connection) {
    connection.secured(Security.TLS, Muxer.QUIC);
    String protocol = protocol(channel);
    if (protocol != null) {
      connection.speaks(protocol);
    }
  }

  /** The channel is gone, and nobody may have said why: a dial's promise does, the rest is silent. */
  static void closed(Channel channel, Tap tap) {
    boolean wasUp = tap.loop() != null;
    if (Boolean.TRUE.equals(Getters.ask(channel, "isTimedOut"))) {
      tap.connection().failed(wasUp ? Phase.READ : Phase.SECURE, Reason.TIMEOUT);
    } else if (!wasUp && !tap.isClosing()) {
      tap.connection().failed(Phase.SECURE, Reason.TLS); // The remote side hung up in the middle.
    }
  }

  /** Where a dial that ended with this cause stood. */
  static Phase phase(Throwable cause) {
    return cause instanceof SSLException ? Phase.SECURE : Phase.CONNECT;
  }

  /** What ALPN chose. */
  private static String protocol(Channel channel) {
    SSLEngine engine = engine(channel);
    String protocol = engine == null ? null : engine.getApplicationProtocol();
    return protocol == null || protocol.isEmpty() ? null : protocol;
  }

  private static SSLEngine engine(Channel channel) {
    return (SSLEngine) Getters.ask(channel, "sslEngine");
  }
}
