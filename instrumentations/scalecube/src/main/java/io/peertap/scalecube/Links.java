package io.peertap.scalecube;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Telemetry;

/**
 * Which connection a frame came over: a decoder is given frames of all connections. Only channels
 * that ScaleCube's own listeners accepted are looked at.
 */
final class Links {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final Attached<Boolean> LISTENERS = Telemetry.current().attached();
  private static final Attached<Link> ACCEPTED = Telemetry.current().attached();
  private static final Attached<Link> ON_THE_WAY = Telemetry.current().attached();

  /** Spares applications that use reactor-netty without ScaleCube every look-up. */
  private static volatile boolean listening;

  private Links() {}

  /** The channel belongs to ScaleCube; answers its handle, or null if it is not counted. */
  static Connection speaks(Channel channel) {
    Connection connection = CONNECTIONS.of(channel);
    if (connection != null) {
      connection.speaks(Qualifiers.PROTOCOL);
    }
    return connection;
  }

  /** A transport listens here. */
  static void listens(Channel listener) {
    LISTENERS.put(listener, Boolean.TRUE);
    listening = true;
  }

  /** A channel is up, accepted by whomever. */
  static void active(Channel channel) {
    Channel listener = listening ? channel.parent() : null;
    if (listener != null && LISTENERS.get(listener) != null) {
      ACCEPTED.put(channel, new Link(speaks(channel)));
    }
  }

  /** A frame is on its way to the decoder, perhaps. */
  static void came(Channel channel, Object frame) {
    Link link = listening && frame instanceof ByteBuf ? ACCEPTED.get(channel) : null;
    if (link != null) {
      ON_THE_WAY.put(frame, link);
    }
  }

  /** The link that a frame came over, or null. */
  static Link take(ByteBuf frame) {
    return ON_THE_WAY.remove(frame);
  }
}
