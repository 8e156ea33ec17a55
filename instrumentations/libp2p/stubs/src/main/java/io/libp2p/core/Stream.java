package io.libp2p.core;

/** Signatures only. */
public interface Stream extends P2PChannel {
  /** What carries it. */
  Connection getConnection();

  /** Who is at the other end. */
  PeerId remotePeerId();
}
