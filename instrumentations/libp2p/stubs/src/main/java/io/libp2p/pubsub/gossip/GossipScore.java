package io.libp2p.pubsub.gossip;

import io.libp2p.core.PeerId;

/** Signatures only. */
public interface GossipScore {
  /** The score that was computed last. */
  double getCachedScore(PeerId peer);
}
