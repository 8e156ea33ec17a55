package org.hyperledger.besu.ethereum.mainnet;

import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.besu.ethereum.ProtocolContext;
import org.hyperledger.besu.ethereum.core.Block;
import org.hyperledger.besu.ethereum.mainnet.block.access.list.BlockAccessList;

/** Besu's, as far as a rule sees it: one overload calls the other. */
public class MainnetBlockImporter {

  private final Function<Block, BlockImportResult> validator;

  /** An importer that asks this validator. */
  public MainnetBlockImporter(Function<Block, BlockImportResult> validator) {
    this.validator = validator;
  }

  /** Imports. */
  public synchronized BlockImportResult importBlock(
      ProtocolContext context,
      Block block,
      HeaderValidationMode headerValidationMode,
      HeaderValidationMode ommerValidationMode) {
    return importBlock(context, block, headerValidationMode, ommerValidationMode, Optional.empty());
  }

  /** Imports. */
  public synchronized BlockImportResult importBlock(
      ProtocolContext context,
      Block block,
      HeaderValidationMode headerValidationMode,
      HeaderValidationMode ommerValidationMode,
      Optional<BlockAccessList> blockAccessList) {
    return validator.apply(block);
  }
}
