package io.peertap.alert;

import io.peertap.metric.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Quantiles of classic buckets, interpolated as Prometheus does. */
final class Quantiles {

  private Quantiles() {}

  static List<Sample> of(double share, List<Sample> buckets) {
    Map<Labels, NavigableMap<Double, Double>> histograms = new LinkedHashMap<>();
    for (Sample bucket : buckets) {
      String le = bucket.labels().value("le");
      if (le != null) {
        double bound = le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le);
        histograms
            .computeIfAbsent(Sample.without(bucket.labels(), "le"), key -> new TreeMap<>())
            .merge(bound, bucket.value(), Double::sum);
      }
    }
    List<Sample> results = new ArrayList<>();
    histograms.forEach(
        (labels, counts) -> results.add(new Sample(labels, quantile(share, counts))));
    return results;
  }

  private static double quantile(double share, NavigableMap<Double, Double> counts) {
    double all = counts.lastEntry().getValue();
    if (counts.size() < 2 || counts.lastKey() != Double.POSITIVE_INFINITY || all == 0) {
      return Double.NaN;
    }
    double rank = share * all;
    double start = 0;
    double below = 0;
    for (Map.Entry<Double, Double> bucket : counts.entrySet()) {
      double upTo = Math.max(below, bucket.getValue()); // Rates of one moment may differ a little.
      if (upTo >= rank) {
        return bucket.getKey() == Double.POSITIVE_INFINITY
            ? start
            : start + (bucket.getKey() - start) * ((rank - below) / (upTo - below));
      }
      start = bucket.getKey();
      below = upTo;
    }
    return start;
  }
}
