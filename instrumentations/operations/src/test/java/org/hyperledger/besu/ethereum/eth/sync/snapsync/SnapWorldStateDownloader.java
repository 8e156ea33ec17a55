package org.hyperledger.besu.ethereum.eth.sync.snapsync;

import java.util.concurrent.CompletableFuture;
import org.hyperledger.besu.ethereum.eth.sync.common.PivotSyncActions;

/** Besu's, as far as a rule sees it. */
public class SnapWorldStateDownloader {

  private final CompletableFuture<Void> download;

  /** A download that ends with this. */
  public SnapWorldStateDownloader(CompletableFuture<Void> download) {
    this.download = download;
  }

  /** Downloads. */
  public CompletableFuture<Void> run(
      PivotSyncActions fastSyncActions, SnapSyncProcessState fastSyncState) {
    return download;
  }
}
