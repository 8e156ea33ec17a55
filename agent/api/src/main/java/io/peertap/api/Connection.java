package io.peertap.api;

/**
 * The handle of one connection. Counts go through {@link #traffic()}; the methods here are the
 * events of a connection's life, may be told from any thread, in any order and more than once, and
 * each takes effect at most once.
 */
public interface Connection {

  /** The counters that the connection's event loop writes. */
  Traffic traffic();

  /** A handshake was seen; the connection is connected only once it has ended. */
  void securing(Security security);

  /** The transport is up. */
  void established();

  /** The handshake ended well. */
  void secured(Security security, Muxer muxer);

  /**
   * The peer said who it is; what was counted under its address stays there.
   *
   * @param peerId the peer's identity in the library's own form
   * @param agentVersion the client's name and version, or null
   * @param protocolVersion the protocol's version, or null
   */
  void identified(String peerId, String agentVersion, String protocolVersion);

  /** A round-trip time of this connection, in nanoseconds. */
  void roundTrip(RttSource source, long nanos);

  /** Something failed. Before the connection is connected, this ends the attempt. */
  void failed(Phase phase, Throwable cause);

  /** One side asked to close. */
  void closing(Side side);

  /** The connection is gone. */
  void closed();
}
