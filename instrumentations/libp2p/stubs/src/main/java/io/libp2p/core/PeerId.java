package io.libp2p.core;

/** Signatures only. */
public abstract class PeerId {
  /** The usual text form. */
  public abstract String toBase58();
}
