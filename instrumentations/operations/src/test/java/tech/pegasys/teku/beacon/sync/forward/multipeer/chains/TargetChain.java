package tech.pegasys.teku.beacon.sync.forward.multipeer.chains;

/** Only named by signatures. */
public interface TargetChain {}
