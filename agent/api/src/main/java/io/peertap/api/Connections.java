package io.peertap.api;

import java.net.SocketAddress;

/**
 * Everything that connects. A <em>carrier</em> is the library's own object for a channel or a
 * socket; each carrier has one handle, whoever asks first, so that two modules never count the same
 * connection twice.
 */
public interface Connections {

  /** The handle of a carrier that some module has opened, or null. */
  Connection of(Object carrier);

  /** The handle of a carrier that some module has told to be a stream, or null. */
  Stream streamOf(Object carrier);

  /**
   * A connection attempt begins: a dial, or an accepted socket. Answers the carrier's handle, the
   * same one however often it is asked; null if such connections do not count.
   *
   * @param remote the remote address, unresolved if that is what was asked for; null if unknown
   */
  Connection opening(
      Object carrier, Carrier view, Direction direction, Transport transport, SocketAddress remote);

  /**
   * A handshake begins on this carrier as soon as its transport is up; for modules that know it
   * before another one has opened the carrier. Its connection is connected only once the handshake
   * has ended.
   *
   * @param security what it agrees on; none for a protocol's own hello
   */
  void expectHandshake(Object carrier, Security security);

  /**
   * A connection that was open before the agent looked. It counts from now on, and not as opened;
   * null if such connections do not count.
   */
  Connection adopted(
      Object carrier, Carrier view, Direction direction, Transport transport, SocketAddress remote);

  /**
   * A library builds something upon the carrier before it calls it connected: its own hello, a
   * secure channel, a muxer. The connection, opened already or still to come, is connected only once
   * that {@linkplain Connection#upgraded stands}; handshakes that others see in between are part of
   * it. Whoever tells this also tells which peers {@linkplain Peers#failed could not be reached}.
   */
  void upgrading(Object carrier);

  /** An unconnected datagram socket: traffic by remote endpoint, no connection. */
  Endpoint endpoint(Object carrier, Carrier view, Transport transport);

  /**
   * A multiplexed stream of a connection: one level above the socket, its bytes never part of the
   * connection's.
   *
   * @param parent the handle of the stream's connection; null if it is not counted
   */
  Stream stream(
      Object carrier, Carrier view, Connection parent, Direction direction, Transport transport);

  /**
   * A dial that ended before its carrier saw it: the name has no address, or the application gave
   * up.
   *
   * @param nanos how long it took
   */
  void unreached(Transport transport, SocketAddress remote, long nanos, Throwable cause);
}
