package org.hyperledger.besu.ethereum.eth.sync;

import java.util.concurrent.CompletableFuture;

/** Besu's, as far as a rule sees it. */
public class PipelineChainDownloader {

  private final CompletableFuture<Void> download;

  /** A download that ends with this. */
  public PipelineChainDownloader(CompletableFuture<Void> download) {
    this.download = download;
  }

  /** Downloads. */
  public CompletableFuture<Void> start() {
    return download;
  }
}
