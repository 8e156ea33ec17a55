package org.hyperledger.besu.ethereum.eth.sync.snapsync;

/** Only named by signatures. */
public interface SnapSyncProcessState {}
