package io.libp2p.core;

/** Signatures only. */
public abstract class PeerInfo {
  /** Who it is. */
  public abstract PeerId getPeerId();
}
