package tech.pegasys.teku.bls;

/** Only named by signatures. */
public interface BLSSignature {}
