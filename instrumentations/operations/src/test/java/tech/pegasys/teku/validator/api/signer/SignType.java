package tech.pegasys.teku.validator.api.signer;

/** Teku's, as far as a rule sees it. */
public enum SignType {
  BLOCK_V2,
  ATTESTATION
}
