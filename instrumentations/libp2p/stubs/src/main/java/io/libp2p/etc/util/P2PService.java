package io.libp2p.etc.util;

import io.libp2p.core.PeerId;
import java.util.List;

/** Signatures only. */
public abstract class P2PService {
  /** Peers that can be written to; its own thread's. */
  public abstract List<PeerHandler> getActivePeers();

  /** One peer. */
  public abstract static class PeerHandler {
    /** Who it is. */
    public abstract PeerId getPeerId();
  }
}
