package tech.pegasys.teku.beacon.sync.forward.multipeer;

import java.util.function.Function;
import tech.pegasys.teku.beacon.sync.forward.multipeer.batches.Batch;
import tech.pegasys.teku.infrastructure.async.SafeFuture;

/** Teku's, as far as a rule sees it. */
public class BatchImporter {

  private final Function<Batch, SafeFuture<BatchImportResult>> chain;

  /** What became of the batch. */
  public enum BatchImportResult {
    IMPORTED_ALL_BLOCKS,
    IMPORT_FAILED,
    EXECUTION_CLIENT_OFFLINE,
    DATA_NOT_AVAILABLE
  }

  /** An importer into this chain. */
  public BatchImporter(Function<Batch, SafeFuture<BatchImportResult>> chain) {
    this.chain = chain;
  }

  /** Imports. */
  public SafeFuture<BatchImportResult> importBatch(Batch batch) {
    return chain.apply(batch);
  }
}
