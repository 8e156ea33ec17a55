package io.peertap.netty;

import io.netty.channel.AddressedEnvelope;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.peertap.api.Connection;
import io.peertap.api.Endpoint;
import io.peertap.api.Phase;
import io.peertap.api.Side;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Traffic;
import java.lang.ref.WeakReference;
import java.net.SocketAddress;

/**
 * What hangs off a channel: the handle of its connection, stream or datagram endpoint. One final
 * class for all three keeps the calls on the hot path monomorphic. It refers to its channel as long
 * as that is open.
 */
final class Tap extends WeakReference<Channel> {

  private final Connection connection;
  private final Stream stream;
  private final Endpoint endpoint;
  private final Traffic traffic;

  /** The same of a connection whose bytes are counted here, else null. */
  private final Traffic socket;

  private volatile String loop;
  private SocketAddress connectedTo;
  private boolean progressed;
  private boolean closing;
  private StreamEnd reset;

  private Tap(
      Channel channel, Connection connection, Stream stream, Endpoint endpoint, Traffic traffic) {
    super(channel);
    this.connection = connection;
    this.stream = stream;
    this.endpoint = endpoint;
    this.traffic = traffic;
    this.socket = connection == null ? null : traffic;
  }

  static Tap of(Channel channel, Connection connection) {
    return new Tap(channel, connection, null, null, connection.traffic());
  }

  /** Of a connection whose bytes its socket counts. */
  static Tap above(Channel channel, Connection connection) {
    return new Tap(channel, connection, null, null, null);
  }

  static Tap of(Channel channel, Stream stream) {
    return new Tap(channel, null, stream, null, stream.traffic());
  }

  static Tap of(Channel channel, Endpoint endpoint) {
    return new Tap(channel, null, null, endpoint, null);
  }

  /** The connection's handle, or null for streams and endpoints. */
  Connection connection() {
    return connection;
  }

  void read(Object message) {
    if (traffic != null) {
      traffic.received(Sizes.of(message));
    } else if (endpoint != null) {
      readDatagram(message);
    }
  }

  /** A connection's bytes count when the socket takes them, a stream's when they are handed over. */
  void queued(int bytes) {
    if (socket != null) {
      socket.queued(bytes);
    } else if (stream != null) {
      traffic.sent(bytes);
    }
  }

  void flushed(long bytes) {
    if (socket != null) {
      progressed = true;
      socket.sent(bytes);
    }
  }

  void done(ChannelOutboundBuffer buffer) {
    if (socket != null) {
      if (!progressed) { // Transports of whole messages tell no progress.
        socket.sent(Sizes.of(buffer.current()));
      }
      progressed = false;
      socket.dequeued();
    } else if (endpoint != null) {
      sentDatagram(buffer.current());
    }
  }

  void dropped() {
    if (socket != null) {
      progressed = false;
      socket.dequeued();
    }
  }

  void readFailed(Throwable cause) {
    if (connection != null) {
      connection.failed(Phase.READ, cause);
    } else if (stream != null && reset == null && Streams.isReset(cause)) {
      reset = StreamEnd.RESET_REMOTE;
    }
  }

  void writeFailed(Throwable cause) {
    if (connection != null) {
      connection.failed(Phase.WRITE, cause);
    }
  }

  void closing(Side side) {
    closing = true;
    if (connection != null) {
      connection.closing(side);
    }
  }

  /** Whether this side has begun to close. */
  boolean isClosing() {
    return closing;
  }

  /** This side resets the stream. */
  void reset() {
    reset = reset == null ? StreamEnd.RESET_LOCAL : reset;
  }

  void closed(boolean parentOpen) {
    if (connection != null) {
      connection.closed();
    } else if (stream != null) {
      stream.ended(reset != null ? reset : parentOpen ? StreamEnd.CLOSED : StreamEnd.CONNECTION);
    } else {
      endpoint.closed();
    }
  }

  /** The transport dials, or the datagram socket has one remote from now on. */
  void connectedTo(SocketAddress remote) {
    connectedTo = remote;
  }

  /** Datagrams of that remote are those of this connection from now on. */
  void carries(SocketAddress remote, Connection carried) {
    if (endpoint != null) {
      endpoint.carries(remote, carried);
    }
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
