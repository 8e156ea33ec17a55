package org.hyperledger.besu.evm.blockhash;

/** Only named by signatures. */
public interface BlockHashLookup {}
