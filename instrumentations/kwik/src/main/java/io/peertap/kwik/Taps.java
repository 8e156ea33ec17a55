package io.peertap.kwik;

import io.peertap.api.Attached;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.Endpoint;
import io.peertap.api.Phase;
import io.peertap.api.Reason;
import io.peertap.api.Security;
import io.peertap.api.Side;
import io.peertap.api.Stream;
import io.peertap.api.StreamEnd;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import tech.kwik.core.impl.QuicConnectionImpl;
import tech.kwik.core.impl.Role;
import tech.kwik.core.stream.QuicStreamImpl;

/** What hangs off kwik's objects. */
final class Taps {

  private static final Telemetry TELEMETRY = Telemetry.current();
  private static final Connections CONNECTIONS = TELEMETRY.connections();
  private static final View VIEW = new View();

  private static final Attached<ConnectionTap> BY_CONNECTION = TELEMETRY.attached();
  private static final Attached<StreamTap> BY_STREAM = TELEMETRY.attached();
  private static final Attached<Endpoint> BY_SOCKET = TELEMETRY.attached();

  private Taps() {}

  /** What hangs off the connection, or null. */
  static ConnectionTap of(QuicConnectionImpl connection) {
    return BY_CONNECTION.get(connection);
  }

  /** What hangs off the stream, or null. */
  static StreamTap of(QuicStreamImpl stream) {
    return BY_STREAM.get(stream);
  }

  /** The socket's handle. */
  static Endpoint endpoint(DatagramSocket socket) {
    Endpoint known = BY_SOCKET.get(socket);
    if (known != null) {
      return known;
    }
    Endpoint endpoint = CONNECTIONS.endpoint(socket, VIEW, Transport.UDP);
    BY_SOCKET.put(socket, endpoint);
    return endpoint;
  }

  /** A connection begins, with its handshake. */
  static void begin(
      QuicConnectionImpl connection, DatagramSocket socket, InetSocketAddress remote) {
    Connection handle =
        CONNECTIONS.opening(connection, VIEW, direction(connection), Transport.QUIC, remote);
    if (handle != null) {
      handle.securing(Security.TLS);
      handle.sampledBy(Taps::sample);
      BY_CONNECTION.put(connection, new ConnectionTap(handle, 0, false));
      endpoint(socket).carries(remote, handle);
    }
  }

  /** A connection sends that began before anybody looked. */
  static void adopt(
      QuicConnectionImpl connection,
      DatagramSocket socket,
      InetSocketAddress remote,
      long bytesSent) {
    Connection handle =
        CONNECTIONS.adopted(connection, VIEW, direction(connection), Transport.QUIC, remote);
    if (handle != null) {
      BY_CONNECTION.put(connection, new ConnectionTap(handle, bytesSent, true));
      endpoint(socket).carries(remote, handle);
    }
  }

  static void up(QuicConnectionImpl connection, String protocol) {
    ConnectionTap tap = of(connection);
    if (tap != null) {
      tap.up(protocol);
    }
  }

  static void failed(QuicConnectionImpl connection, Phase phase, Reason reason) {
    ConnectionTap tap = of(connection);
    if (tap != null) {
      tap.failed(phase, reason);
    }
  }

  static void closing(QuicConnectionImpl connection, Side side) {
    ConnectionTap tap = of(connection);
    if (tap != null && !tap.isClosing()) {
      tap.closing(side);
    }
  }

  /** The connection is gone, and a client's socket with it. */
  static void end(
      QuicConnectionImpl connection, DatagramSocket socket, long packetsSent, long lost) {
    ConnectionTap tap = BY_CONNECTION.remove(connection);
    if (tap != null) {
      tap.closed(packetsSent, lost);
    }
    Endpoint endpoint = connection.getRole() == Role.Client ? BY_SOCKET.remove(socket) : null;
    if (endpoint != null) {
      endpoint.closed();
    }
  }

  /** A stream of a connection that counts begins. */
  static void begin(QuicStreamImpl stream, QuicConnectionImpl connection, Direction direction) {
    ConnectionTap tap = of(connection);
    if (tap != null) {
      Stream handle = CONNECTIONS.stream(stream, VIEW, tap.handle(), direction, Transport.QUIC);
      if (tap.protocol() != null) {
        handle.negotiated(tap.protocol());
      }
      BY_STREAM.put(stream, new StreamTap(handle));
    }
  }

  static void reset(QuicStreamImpl stream, StreamEnd by) {
    StreamTap tap = of(stream);
    if (tap != null) {
      tap.reset(by);
    }
  }

  static void end(QuicStreamImpl stream, StreamEnd end) {
    StreamTap tap = BY_STREAM.remove(stream);
    if (tap != null) {
      tap.ended(end);
    }
  }

  /** The agent leaves. */
  static void release(Object carrier) {
    BY_CONNECTION.remove(carrier);
    BY_STREAM.remove(carrier);
    BY_SOCKET.remove(carrier);
  }

  private static Direction direction(QuicConnectionImpl connection) {
    return connection.getRole() == Role.Client ? Direction.OUTBOUND : Direction.INBOUND;
  }

  /** On the agent's thread: what the sender has left in the tap. */
  private static void sample(Object carrier, Connection handle) {
    ConnectionTap tap = of((QuicConnectionImpl) carrier);
    if (tap != null) {
      tap.tell();
    }
  }
}
