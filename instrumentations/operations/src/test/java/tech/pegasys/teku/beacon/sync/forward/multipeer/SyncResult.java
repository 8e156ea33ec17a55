package tech.pegasys.teku.beacon.sync.forward.multipeer;

/** Teku's, as far as a rule sees it. */
public enum SyncResult {
  COMPLETE,
  TARGET_CHANGED,
  FAILED
}
