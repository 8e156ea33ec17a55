package io.peertap.benchmarks.report;

import io.peertap.benchmarks.Samples;
import io.peertap.benchmarks.Statistics;
import io.peertap.benchmarks.Statistics.Interval;
import java.util.Locale;

/**
 * The median of something with its 95 % interval.
 *
 * @param value the median
 * @param interval where it lies
 * @param pairs of how many
 */
public record Figures(double value, Interval interval, int pairs) {

  /** The interval of fewer is narrower than what it is to hold. */
  private static final int LEAST = 6;

  /** Of one series. */
  public static Figures of(Samples samples, String name) {
    return of(samples.of(name));
  }

  /** What one series has more than another, pair by pair. */
  public static Figures difference(Samples samples, String name, String reference) {
    return of(Statistics.differences(samples.of(name), samples.of(reference)));
  }

  /** How many times another it is, pair by pair. */
  public static Figures ratio(Samples samples, String name, String reference) {
    return of(Statistics.ratios(samples.of(name), samples.of(reference)));
  }

  private static Figures of(double[] values) {
    return new Figures(Statistics.median(values), Statistics.medianInterval(values), values.length);
  }

  /** In another unit. */
  public Figures in(double unit) {
    return new Figures(
        value / unit, new Interval(interval.low() / unit, interval.high() / unit), pairs);
  }

  /** Whether there are enough of them to say where the median lies. */
  public boolean known() {
    return pairs >= LEAST;
  }

  /** With so many digits behind the point. */
  public String text(int digits) {
    return text("%." + digits + "f");
  }

  /** The same with signs, as a difference. */
  public String signed(int digits) {
    return text("%+." + digits + "f");
  }

  private String text(String number) {
    return known()
        ? String.format(
            Locale.ROOT,
            number + " [" + number + ", " + number + "]",
            value,
            interval.low(),
            interval.high())
        : String.format(Locale.ROOT, number, value);
  }
}
