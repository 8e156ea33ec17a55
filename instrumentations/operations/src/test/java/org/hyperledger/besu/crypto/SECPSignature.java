package org.hyperledger.besu.crypto;

/** Only named by signatures. */
public interface SECPSignature {}
