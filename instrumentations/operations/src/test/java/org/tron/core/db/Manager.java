package org.tron.core.db;

import org.tron.core.capsule.BlockCapsule;
import org.tron.core.capsule.TransactionCapsule;
import org.tron.core.exception.TronException;
import org.tron.protos.Protocol.TransactionInfo;

/** Java-tron's, as far as a rule sees it. */
public class Manager {

  private final Execution execution;

  /** What executing does. */
  public interface Execution {
    /** Executes. */
    TransactionInfo run(TransactionCapsule transaction) throws TronException;
  }

  /** A manager that executes so. */
  public Manager(Execution execution) {
    this.execution = execution;
  }

  /** Takes a transaction into the pool. */
  public boolean pushTransaction(TransactionCapsule trx) throws TronException {
    return processTransaction(trx, null) != null;
  }

  /** Executes a transaction. */
  public TransactionInfo processTransaction(TransactionCapsule trxCap, BlockCapsule blockCap)
      throws TronException {
    return execution.run(trxCap);
  }
}
