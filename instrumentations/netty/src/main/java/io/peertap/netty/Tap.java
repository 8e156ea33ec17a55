package io.peertap.netty;

import io.netty.channel.AddressedEnvelope;
import io.netty.channel.ChannelOutboundBuffer;
import io.peertap.api.Connection;
import io.peertap.api.Endpoint;
import io.peertap.api.Phase;
import io.peertap.api.Side;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Traffic;
import java.net.SocketAddress;

/**
 * What hangs off a channel: the handle of its connection, stream or datagram endpoint. One final
 * class for all three keeps the calls on the hot path monomorphic.
 */
final class Tap {

  private final Connection connection;
  private final Stream stream;
  private final Endpoint endpoint;
  private final Traffic traffic;
  private volatile String loop;
  private SocketAddress connectedTo;
  private boolean progressed;

  private Tap(Connection connection, Stream stream, Endpoint endpoint, Traffic traffic) {
    this.connection = connection;
    this.stream = stream;
    this.endpoint = endpoint;
    this.traffic = traffic;
  }

  static Tap of(Connection connection) {
    return new Tap(connection, null, null, connection.traffic());
  }

  static Tap of(Stream stream) {
    return new Tap(null, stream, null, stream.traffic());
  }

  static Tap of(Endpoint endpoint) {
    return new Tap(null, null, endpoint, null);
  }

  /** The connection's handle, or null for streams and endpoints. */
  Connection connection() {
    return connection;
  }

  void read(Object message) {
    if (traffic != null) {
      traffic.received(Sizes.of(message));
    } else {
      readDatagram(message);
    }
  }

  /** A connection's bytes count when the socket takes them, a stream's when they are handed over. */
  void queued(int bytes) {
    if (connection != null) {
      traffic.queued(bytes);
    } else if (stream != null) {
      traffic.sent(bytes);
    }
  }

  void flushed(long bytes) {
    if (connection != null) {
      progressed = true;
      traffic.sent(bytes);
    }
  }

  void done(ChannelOutboundBuffer buffer) {
    if (connection != null) {
      if (!progressed) { // Transports of whole messages tell no progress.
        traffic.sent(Sizes.of(buffer.current()));
      }
      progressed = false;
      traffic.dequeued();
    } else if (endpoint != null) {
      sentDatagram(buffer.current());
    }
  }

  void dropped() {
    if (connection != null) {
      progressed = false;
      traffic.dequeued();
    }
  }

  void readFailed(Throwable cause) {
    if (connection != null) {
      connection.failed(Phase.READ, cause);
    }
  }

  void writeFailed(Throwable cause) {
    if (connection != null) {
      connection.failed(Phase.WRITE, cause);
    }
  }

  void closing(Side side) {
    if (connection != null) {
      connection.closing(side);
    }
  }

  void closed(boolean parentOpen) {
    if (connection != null) {
      connection.closed();
    } else if (stream != null) {
      stream.ended(parentOpen ? StreamEnd.CLOSED : StreamEnd.CONNECTION);
    } else {
      endpoint.closed();
    }
  }

  /** The transport dials, or the datagram socket has one remote from now on. */
  void connectedTo(SocketAddress remote) {
    connectedTo = remote;
  }

  void servedBy(String thread) {
    loop = thread;
  }

  String loop() {
    return loop;
  }

  private void readDatagram(Object message) {
    SocketAddress from =
        message instanceof AddressedEnvelope<?, ?> packet ? packet.sender() : connectedTo;
    endpoint.received(from, Sizes.of(message));
  }

  private void sentDatagram(Object message) {
    SocketAddress to =
        message instanceof AddressedEnvelope<?, ?> packet ? packet.recipient() : null;
    endpoint.sent(to == null ? connectedTo : to, Sizes.of(message));
  }
}
