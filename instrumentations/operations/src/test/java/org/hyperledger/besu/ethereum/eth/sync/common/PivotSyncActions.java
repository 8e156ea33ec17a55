package org.hyperledger.besu.ethereum.eth.sync.common;

/** Only named by signatures. */
public interface PivotSyncActions {}
