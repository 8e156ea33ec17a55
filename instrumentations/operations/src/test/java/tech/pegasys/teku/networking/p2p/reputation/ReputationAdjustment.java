package tech.pegasys.teku.networking.p2p.reputation;

/** Teku's, as far as a rule sees it. */
public enum ReputationAdjustment {
  LARGE_PENALTY,
  SMALL_PENALTY,
  SMALL_REWARD,
  LARGE_REWARD
}
