package org.hyperledger.besu.ethereum;

/** Only named by signatures. */
public interface ProtocolContext {}
