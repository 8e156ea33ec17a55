package io.peertap.process;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Type;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.SummarySnapshot.SummaryDataPointSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A family of the Prometheus library in the agent's terms. */
final class ClientFamily {

  private ClientFamily() {}

  static FamilySnapshot of(MetricSnapshot snapshot) {
    List<Point> points = new ArrayList<>();
    Type type = Type.GAUGE;
    for (DataPointSnapshot from : snapshot.getDataPoints()) {
      points.add(point(from));
      type = type(from);
    }
    points.sort(Comparator.comparing(point -> point.labels().text()));
    return new FamilySnapshot(family(snapshot.getMetadata(), type, points), points);
  }

  private static Family family(MetricMetadata metadata, Type type, List<Point> points) {
    String name = metadata.getName();
    String unit = metadata.getUnit() == null ? "" : metadata.getUnit().toString();
    List<String> labels = points.isEmpty() ? List.of() : points.get(0).labels().names();
    return Family.named(named(name, type), type, unit, metadata.getHelp(), labels);
  }

  /** The library strips what the type implies. */
  private static String named(String name, Type type) {
    return switch (type) {
      case COUNTER -> name + "_total";
      case INFO -> name + "_info";
      case GAUGE, HISTOGRAM, SUMMARY -> name;
    };
  }

  private static Type type(DataPointSnapshot point) {
    if (point instanceof CounterDataPointSnapshot) {
      return Type.COUNTER;
    }
    if (point instanceof SummaryDataPointSnapshot) {
      return Type.SUMMARY;
    }
    return point instanceof InfoDataPointSnapshot ? Type.INFO : Type.GAUGE;
  }

  private static Point point(DataPointSnapshot from) {
    Labels labels = labels(from);
    if (from instanceof SummaryDataPointSnapshot summary) {
      return new Point.Distribution(labels, new long[] {summary.getCount()}, summary.getSum());
    }
    return new Point.Value(labels, value(from));
  }

  private static double value(DataPointSnapshot from) {
    if (from instanceof CounterDataPointSnapshot counter) {
      return counter.getValue();
    }
    if (from instanceof GaugeDataPointSnapshot gauge) {
      return gauge.getValue();
    }
    if (from instanceof InfoDataPointSnapshot) {
      return 1;
    }
    throw new IllegalArgumentException("no family is made of " + from.getClass().getName());
  }

  private static Labels labels(DataPointSnapshot from) {
    List<String> names = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < from.getLabels().size(); i++) {
      names.add(from.getLabels().getName(i));
      values.add(from.getLabels().getValue(i));
    }
    return Labels.of(names, values);
  }
}
