package org.hyperledger.besu.evm.tracing;

/** Only named by signatures. */
public interface OperationTracer {}
