package org.hyperledger.besu.ethereum.mainnet;

import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.datatypes.Address;
import org.hyperledger.besu.datatypes.Wei;
import org.hyperledger.besu.ethereum.core.ProcessableBlockHeader;
import org.hyperledger.besu.ethereum.core.Transaction;
import org.hyperledger.besu.ethereum.mainnet.block.access.list.AccessLocationTracker;
import org.hyperledger.besu.ethereum.processing.TransactionProcessingResult;
import org.hyperledger.besu.evm.blockhash.BlockHashLookup;
import org.hyperledger.besu.evm.tracing.OperationTracer;
import org.hyperledger.besu.evm.worldstate.WorldUpdater;

/** Besu's, as far as a rule sees it: one overload calls the other. */
public class MainnetTransactionProcessor {

  private final Function<Transaction, TransactionProcessingResult> machine;

  /** A processor that runs this machine. */
  public MainnetTransactionProcessor(Function<Transaction, TransactionProcessingResult> machine) {
    this.machine = machine;
  }

  /** Processes. */
  public TransactionProcessingResult processTransaction(
      WorldUpdater worldState,
      ProcessableBlockHeader blockHeader,
      Transaction transaction,
      Address miningBeneficiary,
      OperationTracer operationTracer,
      BlockHashLookup blockHashLookup,
      TransactionValidationParams transactionValidationParams,
      Wei blobGasPrice) {
    return processTransaction(
        worldState,
        blockHeader,
        transaction,
        miningBeneficiary,
        operationTracer,
        blockHashLookup,
        transactionValidationParams,
        blobGasPrice,
        Optional.empty());
  }

  /** Processes. */
  public TransactionProcessingResult processTransaction(
      WorldUpdater worldState,
      ProcessableBlockHeader blockHeader,
      Transaction transaction,
      Address miningBeneficiary,
      OperationTracer operationTracer,
      BlockHashLookup blockHashLookup,
      TransactionValidationParams transactionValidationParams,
      Wei blobGasPrice,
      Optional<AccessLocationTracker> accessLocationTracker) {
    return machine.apply(transaction);
  }
}
