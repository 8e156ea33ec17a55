package io.peertap.metric;

/** One series of a family at one moment. */
public sealed interface Point {

  /** The series' labels. */
  Labels labels();

  /** A counter's or a gauge's value. */
  record Value(Labels labels, double value) implements Point {}

  /**
   * A histogram's state.
   *
   * @param counts observations per bucket, not cumulated, one more than the series has bounds (the
   *     last is +Inf)
   * @param sum the sum of all observations
   */
  @SuppressWarnings("ArrayRecordComponent") // A snapshot owns its array and never hands it on.
  record Distribution(Labels labels, long[] counts, double sum) implements Point {

    /** Observations in all buckets. */
    public long count() {
      long total = 0;
      for (long count : counts) {
        total += count;
      }
      return total;
    }
  }
}
