package org.hyperledger.besu.ethereum.core;

/** Only named by signatures. */
public interface Block {}
