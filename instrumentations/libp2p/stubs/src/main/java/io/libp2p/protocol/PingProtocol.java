package io.libp2p.protocol;

import io.libp2p.core.Stream;

/** Signatures only. */
public abstract class PingProtocol {
  /** The side that asks. */
  public abstract static class PingInitiator {
    /** What carries it. */
    public abstract Stream getStream();
  }
}
