package org.hyperledger.besu.ethereum.processing;

/** Besu's, as far as a rule sees it. */
public class TransactionProcessingResult {

  private final Status status;
  private final long estimateGasUsedByTransaction;

  /** What became of the transaction. */
  public enum Status {
    INVALID,
    SUCCESSFUL,
    FAILED
  }

  /** A result. */
  public TransactionProcessingResult(Status status, long estimateGasUsedByTransaction) {
    this.status = status;
    this.estimateGasUsedByTransaction = estimateGasUsedByTransaction;
  }

  /** What became of the transaction. */
  public Status getStatus() {
    return status;
  }

  /** Gas. */
  public long getEstimateGasUsedByTransaction() {
    return estimateGasUsedByTransaction;
  }
}
