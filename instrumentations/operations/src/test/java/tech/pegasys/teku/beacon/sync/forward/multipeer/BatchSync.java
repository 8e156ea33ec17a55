package tech.pegasys.teku.beacon.sync.forward.multipeer;

import tech.pegasys.teku.beacon.sync.forward.multipeer.chains.TargetChain;
import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it: a new target ends the sync before it. */
public class BatchSync {

  private SafeFuture<SyncResult> syncResult = SafeFuture.of(SyncResult.COMPLETE);

  /** Syncs. */
  public SafeFuture<SyncResult> syncToChain(TargetChain targetChain) {
    syncResult.complete(SyncResult.TARGET_CHANGED);
    syncResult = new SafeFuture<>();
    return syncResult;
  }

  /** The sync ends. */
  public void end(SyncResult result) {
    syncResult.complete(result);
  }
}
