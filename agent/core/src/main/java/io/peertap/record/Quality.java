package io.peertap.record;

/**
 * How well a peer can be reached: a score from 0 to 1 of what was observed of it. The weights are
 * 0.4 for attempts that succeeded, 0.3 for short round trips, 0.2 for packets that were not lost,
 * 0.1 for throughput; what is not known is left out and the others share its weight.
 */
final class Quality {

  /** The score of a peer of which nothing tells anything. */
  static final double UNKNOWN = Double.NaN;

  /** The last attempts that count. */
  static final int ATTEMPTS = 20;

  private static final double ATTEMPT_WEIGHT = 0.4;
  private static final double ROUND_TRIP_WEIGHT = 0.3;
  private static final double LOSS_WEIGHT = 0.2;
  private static final double THROUGHPUT_WEIGHT = 0.1;

  /** Bytes per second that are as good as any more. */
  private static final double PLENTY = 1e6;

  /** The share of the newest round trip in their average, as in TCP. */
  private static final double SMOOTHING = 1.0 / 8;

  /** The last attempts, the newest in the lowest bit; a success is a one. */
  private int history;

  private int attempts;
  private double roundTrip = UNKNOWN;

  synchronized void attempted(boolean success) {
    history = (history << 1 | (success ? 1 : 0)) & (1 << ATTEMPTS) - 1;
    attempts = Math.min(attempts + 1, ATTEMPTS);
  }

  synchronized void roundTrip(long nanos) {
    double seconds = nanos / 1e9;
    roundTrip = Double.isNaN(roundTrip) ? seconds : roundTrip + SMOOTHING * (seconds - roundTrip);
  }

  /**
   * The score, or {@link #UNKNOWN}. Throughput alone is no evidence: a peer may have nothing to say.
   *
   * @param loss the share of packets lost, or {@link #UNKNOWN}
   */
  synchronized double score(double bytesPerSecond, double loss) {
    double weights = 0;
    double sum = 0;
    if (attempts > 0) {
      weights += ATTEMPT_WEIGHT;
      sum += ATTEMPT_WEIGHT * Integer.bitCount(history) / attempts;
    }
    if (!Double.isNaN(roundTrip)) {
      weights += ROUND_TRIP_WEIGHT;
      sum += ROUND_TRIP_WEIGHT * (1 - Math.min(roundTrip, 1));
    }
    if (!Double.isNaN(loss)) {
      weights += LOSS_WEIGHT;
      sum += LOSS_WEIGHT * (1 - loss);
    }
    if (weights == 0) {
      return UNKNOWN;
    }
    sum += THROUGHPUT_WEIGHT * Math.min(bytesPerSecond / PLENTY, 1);
    return Math.min(1, sum / (weights + THROUGHPUT_WEIGHT));
  }
}
