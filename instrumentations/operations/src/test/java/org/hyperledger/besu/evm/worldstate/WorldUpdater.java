package org.hyperledger.besu.evm.worldstate;

/** Only named by signatures. */
public interface WorldUpdater {}
