package io.peertap.alert;

import io.peertap.metric.Labels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The selected series over a time until now, in a bounded number of points. A long window keeps
 * points that lie further apart, and the latest besides: what is made of them is what Prometheus
 * makes of scrapes that far apart.
 */
final class Window {

  /** As many steps as a window has at least, if it is looked at that often. */
  private static final int STEPS = 60;

  private final Expression.Over over;
  private final long length;
  private final long[] times = new long[STEPS + 4];
  private final Map<Labels, double[]> series = new HashMap<>();
  private int size;

  Window(Expression.Over over) {
    this.over = over;
    this.length = over.window().toNanos();
  }

  /**
   * What the series are now.
   *
   * @param room for how many new series there is room
   * @return how many there was no room for
   */
  int add(long now, List<Sample> samples, int room) {
    forget(now - length);
    boolean floating = size >= 2 && times[size - 1] - times[size - 2] < length / STEPS;
    int last = floating ? size - 1 : size;
    times[last] = now;
    size = last + 1;
    for (double[] values : series.values()) {
      values[last] = Double.NaN;
    }
    int left = 0;
    int free = room;
    for (Sample sample : samples) {
      double[] values = series.get(sample.labels());
      if (values == null && free == 0) {
        left++;
      } else {
        if (values == null) {
          values = new double[times.length];
          Arrays.fill(values, Double.NaN);
          series.put(sample.labels(), values);
          free--;
        }
        values[last] = sample.value();
      }
    }
    series.values().removeIf(this::empty);
    return left;
  }

  /** What it keeps. */
  Selector of() {
    return over.of();
  }

  int series() {
    return series.size();
  }

  /** What the function makes of each series that has enough points. */
  List<Sample> value() {
    List<Sample> results = new ArrayList<>();
    for (Map.Entry<Labels, double[]> one : series.entrySet()) {
      double result = over.function() == Expression.Over.Function.AVG_OVER_TIME
          ? mean(one.getValue())
          : growth(one.getValue());
      if (!Double.isNaN(result)) {
        results.add(new Sample(one.getKey(), result));
      }
    }
    return results;
  }

  private void forget(long before) {
    int old = 0;
    while (old < size && times[old] < before) {
      old++;
    }
    if (old > 0) {
      size -= old;
      System.arraycopy(times, old, times, 0, size);
      for (double[] values : series.values()) {
        System.arraycopy(values, old, values, 0, size);
      }
    }
  }

  private boolean empty(double[] values) {
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i])) {
        return false;
      }
    }
    return true;
  }

  private double mean(double[] values) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Prometheus' extrapolation, so that both say the same of the same samples. */
  private double growth(double[] values) {
    int first = -1;
    int last = -1;
    int count = 0;
    double growth = 0;
    for (int i = 0; i < size; i++) {
      if (!Double.isNaN(values[i])) {
        if (first < 0) {
          first = i;
        } else {
          // A counter that has fallen began anew.
          growth += values[i] < values[last] ? values[i] : values[i] - values[last];
        }
        last = i;
        count++;
      }
    }
    if (count < 2) {
      return Double.NaN;
    }
    double sampled = times[last] - times[first];
    double between = sampled / (count - 1);
    double start = times[first] - (times[size - 1] - length);
    double end = times[size - 1] - times[last];
    if (growth > 0 && values[first] >= 0) {
      start = Math.min(start, sampled * (values[first] / growth));
    }
    double covered = sampled
        + (start < between * 1.1 ? start : between / 2)
        + (end < between * 1.1 ? end : between / 2);
    double increase = growth * covered / sampled;
    return over.function() == Expression.Over.Function.RATE ? increase / (length / 1e9) : increase;
  }
}
