package io.peertap.api;

/**
 * The handle of one connection. Counts go through {@link #traffic()}; the methods here are the
 * events of a connection's life, may be told from any thread, in any order and more than once, and
 * each takes effect at most once.
 */
public interface Connection {

  /** The counters that the connection's event loop writes. */
  Traffic traffic();

  /** Who is on the other side, as far as it is known: its identity, else its address. */
  String peerName();

  /**
   * A handshake was seen; the connection is connected only once it has ended. While a library
   * {@linkplain Connections#upgrading upgrades} the connection, this names the secure channel.
   */
  void securing(Security security);

  /** The transport is up. */
  void established();

  /** The handshake ended well. */
  void secured(Security security, Muxer muxer);

  /** What a library {@linkplain Connections#upgrading built} upon the connection stands. */
  void upgraded(Muxer muxer);

  /**
   * The peer said who it is; what was counted under its address stays there.
   *
   * @param peerId the peer's identity in the library's own form
   * @param agentVersion the client's name and version, or null
   * @param protocolVersion the protocol's version, or null
   */
  void identified(String peerId, String agentVersion, String protocolVersion);

  /** The remote side proved its identity, with a key of this type. */
  void provedBy(KeyType key);

  /** The peer said whether it takes news of what it was told when it asked who this node is. */
  void takesPushes(boolean supported);

  /**
   * All bytes of the connection belong to this protocol: what was counted before stays unknown.
   *
   * @param protocol a name without version, from a small set
   */
  void speaks(String protocol);

  /**
   * What the transport counted so far, in packets: those sent, those of them that were lost, and
   * what was sent again. Totals of the connection's life; smaller ones than before change nothing.
   */
  void packets(long sent, long lost, long retransmitted);

  /** Has the carrier asked whenever round trips are sampled, as long as both live. */
  void sampledBy(Sampler sampler);

  /** A round-trip time of this connection, in nanoseconds. */
  void roundTrip(RttSource source, long nanos);

  /** Something failed. Before the connection is connected, this ends the attempt. */
  void failed(Phase phase, Throwable cause);

  /** The same, where the library says itself what it was. */
  void failed(Phase phase, Reason reason);

  /** One side asked to close. */
  void closing(Side side);

  /**
   * The connection is gone. Told once more, it counts what the transport took while another thread
   * closed it.
   */
  void closed();
}
