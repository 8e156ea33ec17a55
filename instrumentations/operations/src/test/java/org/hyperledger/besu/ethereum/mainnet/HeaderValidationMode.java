package org.hyperledger.besu.ethereum.mainnet;

/** Besu's, as far as a rule sees it. */
public enum HeaderValidationMode {
  NONE,
  FULL
}
