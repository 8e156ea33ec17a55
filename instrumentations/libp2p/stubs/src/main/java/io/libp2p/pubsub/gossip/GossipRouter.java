package io.libp2p.pubsub.gossip;

import io.libp2p.etc.util.P2PService;
import java.util.Map;
import java.util.Set;

/** Signatures only. */
public abstract class GossipRouter extends P2PService {
  /** Peers by topic; the router's own thread's. */
  public abstract Map<String, Set<P2PService.PeerHandler>> getMesh();

  /** What it thinks of peers. */
  public abstract GossipScore getScore();

  /** Whom it tells. */
  public abstract GossipRouterEventBroadcaster getEventBroadcaster();
}
