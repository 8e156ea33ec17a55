package org.hyperledger.besu.ethereum.mainnet;

/** Only named by signatures. */
public interface TransactionValidationParams {}
