package tech.pegasys.teku.beacon.sync.forward.multipeer.batches;

/** Only named by signatures. */
public interface Batch {}
