package io.peertap.exposition;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Point;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Quantiles;
import io.prometheus.metrics.model.snapshots.SummarySnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.List;

/** A family in client_java's terms. */
final class ClientModel {

  private ClientModel() {}

  static MetricSnapshot of(FamilySnapshot snapshot) {
    Family family = snapshot.family();
    MetricMetadata metadata = new MetricMetadata(Names.base(family), family.help());
    return switch (family.type()) {
      case COUNTER -> new CounterSnapshot(metadata, counters(snapshot));
      case GAUGE -> new GaugeSnapshot(metadata, gauges(snapshot));
      case HISTOGRAM -> new HistogramSnapshot(metadata, histograms(snapshot));
      case SUMMARY -> new SummarySnapshot(metadata, summaries(snapshot));
      case INFO -> new InfoSnapshot(metadata, infos(snapshot));
    };
  }

  private static List<CounterDataPointSnapshot> counters(FamilySnapshot snapshot) {
    List<CounterDataPointSnapshot> points = new ArrayList<>(snapshot.points().size());
    for (Point point : snapshot.points()) {
      points.add(new CounterDataPointSnapshot(value(point), labels(point), null, 0));
    }
    return points;
  }

  private static List<GaugeDataPointSnapshot> gauges(FamilySnapshot snapshot) {
    List<GaugeDataPointSnapshot> points = new ArrayList<>(snapshot.points().size());
    for (Point point : snapshot.points()) {
      points.add(new GaugeDataPointSnapshot(value(point), labels(point), null));
    }
    return points;
  }

  private static List<InfoDataPointSnapshot> infos(FamilySnapshot snapshot) {
    List<InfoDataPointSnapshot> points = new ArrayList<>(snapshot.points().size());
    for (Point point : snapshot.points()) {
      points.add(new InfoDataPointSnapshot(labels(point)));
    }
    return points;
  }

  private static List<HistogramDataPointSnapshot> histograms(FamilySnapshot snapshot) {
    List<HistogramDataPointSnapshot> points = new ArrayList<>(snapshot.points().size());
    for (Point point : snapshot.points()) {
      Point.Distribution distribution = (Point.Distribution) point;
      double[] bounds = bounds(snapshot.family().buckets(point.labels().values()));
      ClassicHistogramBuckets buckets = ClassicHistogramBuckets.of(bounds, distribution.counts());
      points.add(new HistogramDataPointSnapshot(
          buckets, distribution.sum(), labels(point), Exemplars.EMPTY, 0));
    }
    return points;
  }

  private static List<SummaryDataPointSnapshot> summaries(FamilySnapshot snapshot) {
    List<SummaryDataPointSnapshot> points = new ArrayList<>(snapshot.points().size());
    for (Point point : snapshot.points()) {
      Point.Distribution totals = (Point.Distribution) point;
      points.add(new SummaryDataPointSnapshot(
          totals.count(), totals.sum(), Quantiles.EMPTY, labels(point), Exemplars.EMPTY, 0));
    }
    return points;
  }

  private static double[] bounds(List<Double> buckets) {
    double[] bounds = new double[buckets.size() + 1];
    for (int i = 0; i < buckets.size(); i++) {
      bounds[i] = buckets.get(i);
    }
    bounds[buckets.size()] = Double.POSITIVE_INFINITY;
    return bounds;
  }

  private static double value(Point point) {
    return ((Point.Value) point).value();
  }

  private static Labels labels(Point point) {
    return Labels.of(point.labels().names(), point.labels().values());
  }
}
