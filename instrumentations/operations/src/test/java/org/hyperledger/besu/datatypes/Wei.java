package org.hyperledger.besu.datatypes;

/** Only named by signatures. */
public interface Wei {}
