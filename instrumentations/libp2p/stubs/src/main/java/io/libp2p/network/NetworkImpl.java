package io.libp2p.network;

import java.util.List;

/** Signatures only. */
public abstract class NetworkImpl {
  /** Those that stand. */
  public abstract List<?> getConnections();
}
