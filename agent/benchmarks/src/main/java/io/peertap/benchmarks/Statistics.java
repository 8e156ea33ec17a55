package io.peertap.benchmarks;

import java.util.Arrays;
import java.util.Random;

/** Numbers about samples that do not care about outliers. */
final class Statistics {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;

  private Statistics() {}

  /** A lower and an upper bound. */
  record Interval(double low, double high) {}

  static double median(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static Interval range(double[] samples) {
    return new Interval(
        Arrays.stream(samples).min().orElseThrow(), Arrays.stream(samples).max().orElseThrow());
  }

  /** What each sample is above the one of the same round. */
  static double[] differences(double[] samples, double[] reference) {
    if (samples.length != reference.length) {
      throw new IllegalArgumentException("not pairs");
    }
    double[] differences = new double[samples.length];
    for (int i = 0; i < samples.length; i++) {
      differences[i] = samples[i] - reference[i];
    }
    return differences;
  }

  /** The 95 % percentile bootstrap interval of the median; the same for the same samples. */
  static Interval medianInterval(double[] samples) {
    Random random = new Random(samples.length);
    double[] medians = new double[RESAMPLES];
    double[] resample = new double[samples.length];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int j = 0; j < resample.length; j++) {
        resample[j] = samples[random.nextInt(samples.length)];
      }
      medians[i] = median(resample);
    }
    Arrays.sort(medians);
    int cut = (int) (RESAMPLES * TAIL);
    return new Interval(medians[cut], medians[RESAMPLES - 1 - cut]);
  }
}
