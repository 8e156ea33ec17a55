package io.peertap.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ServerChannel;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.socket.DatagramChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.util.Attribute;
import io.netty.util.AttributeKey;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.Stream;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import java.net.SocketAddress;
import java.util.Map;

/**
 * Finds the tap of a channel, or decides once what the channel is. Most calls end at the attribute.
 */
final class Taps {

  private static final AttributeKey<Object> KEY = AttributeKey.valueOf("io.peertap.tap");

  /** Stands in the attribute of channels that do not count; a JDK type, so that it may stay. */
  private static final String IGNORED = "ignored";

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final ChannelView VIEW = new ChannelView();

  private Taps() {}

  /**
   * The tap of a channel, made now if this is the first that is seen of a channel in use; null if
   * the channel does not count.
   */
  static Tap of(Channel channel) {
    Tap last = LastTap.ofThread(channel);
    return last == null ? find(channel) : last;
  }

  private static Tap find(Channel channel) {
    Object state = channel.attr(KEY).get();
    if (state instanceof Tap tap) {
      LastTap.set(tap);
      return tap;
    }
    return unknown(channel, state);
  }

  /** The tap of a channel, if it has one. */
  static Tap existing(Channel channel) {
    return channel.attr(KEY).get() instanceof Tap tap ? tap : null;
  }

  /** The channel begins to dial, or a datagram socket is told its one remote; null to ignore it. */
  static Tap dialling(Channel channel, SocketAddress remote) {
    Tap tap = existing(channel);
    if (tap != null) {
      return tap;
    }
    return isSingleConnection(channel)
        ? open(channel, Direction.OUTBOUND, Remotes.asked(channel, remote))
        : ignored(channel) ? ignore(channel) : put(channel, adopt(channel));
  }

  /** Whether the channel has been seen, in use or gone again. */
  static boolean isKnown(Channel channel) {
    Object state = channel.attr(KEY).get();
    return state instanceof Tap || IGNORED.equals(state);
  }

  /** A listener handed out a message that may be an accepted channel. */
  static void accepted(Object message) {
    if (message instanceof Channel channel && existing(channel) == null) {
      if (isSingleConnection(channel)) {
        open(channel, Direction.INBOUND, Remotes.of(channel));
      } else {
        of(channel);
      }
    }
  }

  /** A QUIC connection begins: one that was dialled is known, one that was accepted is not. */
  static void handshaking(Channel channel) {
    Tap tap = existing(channel);
    if (tap == null && !isKnown(channel)) {
      tap = open(channel, Direction.INBOUND, Remotes.of(channel));
    }
    if (tap != null && tap.connection() != null) {
      Quic.begins(channel, tap);
    }
  }

  /** The channel's transport is up. */
  static void active(Channel channel) {
    Tap tap = existing(channel);
    if (tap == null && isSingleConnection(channel) && !isKnown(channel)) {
      tap = open(channel, direction(channel), Remotes.of(channel));
    } else if (tap == null) {
      tap = of(channel);
    }
    if (tap != null) {
      tap.servedBy(Thread.currentThread().getName());
      if (tap.connection() != null) {
        Handshakes.begin(channel, tap);
        if (Quic.isConnection(channel)) {
          Quic.established(channel, tap.connection());
        }
        tap.connection().established();
      }
    }
  }

  /** The channel is gone; what comes late does not make it a new one. */
  static void closed(Channel channel) {
    Attribute<Object> attribute = channel.attr(KEY);
    if (attribute.get() instanceof Tap tap) {
      attribute.set(IGNORED);
      tap.clear();
      if (Quic.isConnection(channel)) {
        Quic.closed(channel, tap);
      }
      tap.closed(channel.parent() == null || channel.parent().isOpen());
    }
  }

  /** Forgets the channel. */
  static void release(Channel channel) {
    if (channel.attr(KEY).getAndSet(null) instanceof Tap tap) {
      tap.clear();
    }
  }

  private static Tap unknown(Channel channel, Object state) {
    if (IGNORED.equals(state) || !channel.isActive()) {
      return null;
    }
    return ignored(channel) ? ignore(channel) : put(channel, adopt(channel));
  }

  /** On the channel's event loop, as every first sight is; a stranger's tap is of an agent gone. */
  private static Tap put(Channel channel, Tap tap) {
    channel.attr(KEY).set(tap == null ? IGNORED : tap);
    return tap;
  }

  private static Tap ignore(Channel channel) {
    return put(channel, null);
  }

  /** First sight in the middle of the channel's life, or of something that never dials. */
  private static Tap adopt(Channel channel) {
    if (channel instanceof DatagramChannel) {
      return Tap.of(channel, CONNECTIONS.endpoint(channel, VIEW, Transport.UDP));
    }
    if (!isSingleConnection(channel)) {
      return stream(channel);
    }
    return tap(
        channel,
        CONNECTIONS.adopted(
            channel, VIEW, direction(channel), transport(channel), Remotes.of(channel)));
  }

  private static Tap open(Channel channel, Direction direction, SocketAddress remote) {
    return ignored(channel)
        ? ignore(channel)
        : put(
            channel,
            tap(
                channel,
                CONNECTIONS.opening(channel, VIEW, direction, transport(channel), remote)));
  }

  private static Tap tap(Channel channel, Connection connection) {
    if (connection == null) {
      return null;
    }
    return Quic.isConnection(channel)
        ? Tap.above(channel, connection)
        : Tap.of(channel, connection);
  }

  /** A stream of a channel that counts, or one that a library's module knows more about. */
  private static Tap stream(Channel channel) {
    Tap parent = of(channel.parent());
    Connection connection = parent == null ? null : parent.connection();
    boolean known = CONNECTIONS.streamOf(channel) != null;
    if (connection == null && !known) {
      return null;
    }
    Stream stream = CONNECTIONS.stream(
        channel,
        VIEW,
        connection,
        Streams.isOutbound(channel) ? Direction.OUTBOUND : Direction.INBOUND,
        transport(channel.parent()));
    String protocol = Streams.protocol(channel);
    if (protocol != null && !known) { // Else its module will say what is spoken there.
      stream.negotiated(protocol);
    }
    return Tap.of(channel, stream);
  }

  /** Listeners, in-memory test channels, and sockets of Netty's own resolver. */
  private static boolean ignored(Channel channel) {
    return channel instanceof ServerChannel
        || channel instanceof EmbeddedChannel
        || channel.getClass().getName().endsWith(".FailedChannel")
        || (channel.parent() == null && isResolver(channel));
  }

  private static boolean isResolver(Channel channel) {
    for (Map.Entry<String, ChannelHandler> handler : channel.pipeline()) {
      String type = handler.getValue().getClass().getName();
      if (type.contains("io.netty.resolver.dns.") || type.endsWith(".TcpDnsQueryEncoder")) {
        return true;
      }
    }
    return false;
  }

  /** Not a stream of another channel, and not an unconnected socket. */
  private static boolean isSingleConnection(Channel channel) {
    Channel parent = channel.parent();
    return !(channel instanceof DatagramChannel)
        && (parent == null || parent instanceof ServerChannel || parent instanceof DatagramChannel);
  }

  private static Direction direction(Channel channel) {
    return channel.parent() == null || (Quic.isConnection(channel) && Quic.isClient(channel))
        ? Direction.OUTBOUND
        : Direction.INBOUND;
  }

  static Transport transport(Channel channel) {
    if (Quic.isConnection(channel)) {
      return Transport.QUIC;
    }
    if (channel instanceof LocalChannel) {
      return Transport.LOCAL;
    }
    if (channel.getClass().getSimpleName().contains("DomainSocket")) {
      return Transport.UNIX;
    }
    return channel instanceof SocketChannel ? Transport.TCP : Transport.OTHER;
  }
}
