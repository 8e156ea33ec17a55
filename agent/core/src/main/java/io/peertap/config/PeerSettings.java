package io.peertap.config;

import java.time.Duration;

/**
 * How peers appear in metrics.
 *
 * @param max peers with series of their own
 * @param allFamilies whether every mirrored family is split by peer, or only the basic ones
 * @param salt key of the hash, or null for the built-in one
 * @param grace how long a peer that has gone keeps its series
 */
public record PeerSettings(
    int max, boolean allFamilies, PeerLabel label, String salt, Duration grace) {

  /** Leaves the salt out. */
  @Override
  public String toString() {
    return "PeerSettings[" + max + ", " + label + ", " + grace + ']';
  }
}
