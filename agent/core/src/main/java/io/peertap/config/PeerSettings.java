package io.peertap.config;

import java.time.Duration;

/**
 * How peers appear in metrics.
 *
 * @param max peers with series of their own
 * @param allFamilies whether every mirrored family is split by peer, or only the basic ones
 * @param salt key of the hash, or null for the built-in one
 * @param grace how long a peer that has gone keeps its series
 * @param healthy the least quality of a healthy peer, from 0 to 1
 * @param degraded the least quality of a degraded one
 */
public record PeerSettings(
    int max,
    boolean allFamilies,
    PeerLabel label,
    String salt,
    Duration grace,
    double healthy,
    double degraded) {

  /** Leaves the salt out. */
  @Override
  public String toString() {
    return "PeerSettings[" + max + ", " + label + ", " + grace + ']';
  }
}
