package io.peertap.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;

/** Numbers about samples that do not care about outliers. */
public final class Statistics {

  private static final int RESAMPLES = 10_000;
  private static final double TAIL = 0.025;

  private Statistics() {}

  /** A lower and an upper bound. */
  public record Interval(double low, double high) {

    /** Half of what lies between. */
    public double halfWidth() {
      return (high - low) / 2;
    }
  }

  /** The middle one, or the middle between the two. */
  public static double median(double[] samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The least and the greatest. */
  public static Interval range(double[] samples) {
    return new Interval(
        Arrays.stream(samples).min().orElseThrow(), Arrays.stream(samples).max().orElseThrow());
  }

  /** What each sample is above the one of the same round. */
  public static double[] differences(double[] samples, double[] reference) {
    return pairs(samples, reference, (sample, base) -> sample - base);
  }

  /** How many times the one of the same round each sample is. */
  public static double[] ratios(double[] samples, double[] reference) {
    return pairs(samples, reference, (sample, base) -> sample / base);
  }

  /** The 95 % percentile bootstrap interval of the median; the same for the same samples. */
  public static Interval medianInterval(double[] samples) {
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

  private static double[] pairs(double[] samples, double[] reference, DoubleBinaryOperator pair) {
    if (samples.length != reference.length) {
      throw new IllegalArgumentException("not pairs");
    }
    double[] pairs = new double[samples.length];
    Arrays.setAll(pairs, i -> pair.applyAsDouble(samples[i], reference[i]));
    return pairs;
  }
}
