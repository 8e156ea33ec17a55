package tech.pegasys.teku.infrastructure.unsigned;

/** Only named by signatures. */
public interface UInt64 {}
