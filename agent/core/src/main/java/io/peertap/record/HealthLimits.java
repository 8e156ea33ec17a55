package io.peertap.record;

/**
 * Which quality is good enough.
 *
 * @param healthy the least score, from 0 to 1, of a healthy peer
 * @param degraded the least score of a degraded one; peers below are unhealthy
 */
public record HealthLimits(double healthy, double degraded) {

  /** The class of this score, or null if it is unknown. */
  Health of(double score) {
    if (Double.isNaN(score)) {
      return null;
    }
    return score >= healthy
        ? Health.HEALTHY
        : score >= degraded ? Health.DEGRADED : Health.UNHEALTHY;
  }
}
