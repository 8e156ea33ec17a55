package tech.pegasys.teku.networking.p2p.reputation;

import tech.pegasys.teku.networking.p2p.network.PeerAddress;

/** Teku's, as far as a rule sees it. */
public class DefaultReputationManager {

  /** Whether the peer should be disconnected. */
  public boolean adjustReputation(PeerAddress peerAddress, ReputationAdjustment effect) {
    return effect == ReputationAdjustment.LARGE_PENALTY;
  }
}
