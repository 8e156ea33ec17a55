package io.peertap.alert;

/**
 * The limits that a node's owner may want elsewhere.
 *
 * @param cpu share of all processors, from 0 to 1
 * @param memoryBytes resident memory
 * @param unhealthyPeers share of the known peers, from 0 to 1
 * @param connectionFailures failures within ten minutes
 */
public record Thresholds(
    double cpu, long memoryBytes, double unhealthyPeers, int connectionFailures) {

  /** What holds unless somebody says otherwise. */
  public static final Thresholds DEFAULTS = new Thresholds(0.9, 1L << 30, 0.2, 10);
}
