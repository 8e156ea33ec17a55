package org.hyperledger.besu.ethereum.mainnet.block.access.list;

/** Only named by signatures. */
public interface AccessLocationTracker {}
