package io.peertap.libp2p;

import io.libp2p.etc.util.netty.mux.MuxChannel;
import io.libp2p.transport.implementation.ConnectionOverNetty;
import io.netty.channel.Channel;
import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.NegotiationFailure;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;

/** Tells the handles of streams, which Netty's module counts bytes with. */
final class Streams {

  private static final Connections CONNECTIONS = Telemetry.current().connections();

  /** Streams whose protocol is not known yet, by channel. */
  private static final Attached<Stream> NEGOTIATING = Telemetry.current().attached();

  private Streams() {}

  static void opened(Channel channel, Object connection, boolean initiator) {
    Connection parent = Handles.of(connection);
    if (parent != null) {
      Stream stream = CONNECTIONS.stream(
          channel,
          CarrierView.VIEW,
          parent,
          initiator ? Direction.OUTBOUND : Direction.INBOUND,
          transport(connection));
      NEGOTIATING.put(channel, stream);
    }
  }

  static void negotiated(Channel channel, String protocol) {
    Stream stream = NEGOTIATING.remove(channel);
    if (stream != null) {
      stream.negotiated(protocol);
    }
  }

  /** Negotiations of connections, which have no stream, are the affair of their upgrade. */
  static void negotiationFailed(Channel channel, Throwable cause) {
    Stream stream = NEGOTIATING.remove(channel);
    if (stream != null) {
      stream.negotiationFailed(reason(cause));
      stream.ended(StreamEnd.NEGOTIATION);
    }
  }

  /** Its channel left the event loop while the protocol was being negotiated. */
  static void endedEarly(Channel channel) {
    Stream stream = NEGOTIATING.remove(channel);
    if (stream != null) {
      stream.negotiationFailed(NegotiationFailure.CLOSED);
    }
  }

  static void ended(Channel channel) {
    Stream stream = CONNECTIONS.streamOf(channel);
    if (stream != null) {
      boolean finished = channel instanceof MuxChannel<?> mux
          && mux.getLocalDisconnected()
          && mux.getRemoteDisconnected();
      stream.ended(finished ? StreamEnd.CLOSED : orConnection(channel, StreamEnd.RESET_REMOTE));
    }
  }

  static void reset(Channel channel) {
    Stream stream = CONNECTIONS.streamOf(channel);
    if (stream != null) {
      stream.ended(orConnection(channel, StreamEnd.RESET_LOCAL));
    }
  }

  static void failed(Channel channel, Throwable cause) {
    Stream stream = CONNECTIONS.streamOf(channel);
    if (stream != null && Ends.isDueTo(cause, "QuicStreamResetException")) {
      stream.ended(StreamEnd.RESET_REMOTE);
    }
  }

  private static StreamEnd orConnection(Channel channel, StreamEnd end) {
    return channel.parent().isOpen() ? end : StreamEnd.CONNECTION;
  }

  private static Transport transport(Object connection) {
    if (connection instanceof ConnectionOverNetty) {
      return Upgrades.isQuic(connection) ? Transport.QUIC : Transport.TCP;
    }
    return Transport.RELAY;
  }

  private static NegotiationFailure reason(Throwable cause) {
    if (Ends.isDueTo(cause, "NoSuchRemoteProtocolException")
        || Ends.isDueTo(cause, "NoSuchLocalProtocolException")) {
      return NegotiationFailure.UNSUPPORTED;
    }
    if (Ends.isDueTo(cause, "TotalTimeoutException")) {
      return NegotiationFailure.TIMEOUT;
    }
    return Ends.isDueTo(cause, "ConnectionClosedException")
        ? NegotiationFailure.CLOSED
        : NegotiationFailure.OTHER;
  }
}
