package org.hyperledger.besu.ethereum.mainnet;

/** Besu's, as far as a rule sees it. */
public class BlockImportResult {

  private final BlockImportStatus status;

  /** What became of the block. */
  public enum BlockImportStatus {
    IMPORTED,
    NOT_IMPORTED,
    ALREADY_IMPORTED
  }

  /** A result. */
  public BlockImportResult(BlockImportStatus status) {
    this.status = status;
  }

  /** What became of the block. */
  public BlockImportStatus getStatus() {
    return status;
  }
}
