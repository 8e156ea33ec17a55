package io.peertap.scalecube;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Telemetry;

/** Which connection a frame came over: a decoder is given frames of all connections. */
final class Links {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final Attached<Link> ON_THE_WAY = Telemetry.current().attached();

  private Links() {}

  /** The channel belongs to ScaleCube; answers its handle, or null if it is not counted. */
  static Connection speaks(Channel channel) {
    Connection connection = CONNECTIONS.of(channel);
    if (connection != null) {
      connection.speaks(Qualifiers.PROTOCOL);
    }
    return connection;
  }

  /** A frame is on its way to the decoder. */
  static void came(Object frame, Link link) {
    ON_THE_WAY.put(frame, link);
  }

  /** The link that a frame came over, or null. */
  static Link take(ByteBuf frame) {
    return ON_THE_WAY.remove(frame);
  }
}
