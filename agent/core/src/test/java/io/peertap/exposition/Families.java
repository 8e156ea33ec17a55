package io.peertap.exposition;

import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** Builds snapshots of made-up families; declaring them is otherwise the vocabulary's privilege. */
public final class Families {

  private Families() {}

  /** One family of each type, with everything that needs escaping. */
  public static Snapshot example() {
    return new Snapshot(List.of(
        new FamilySnapshot(
            family("info", "build", "About \\ this\n\"build\".", "", List.of("version")),
            List.of(value(labels("version", "0.1.0"), 1))),
        new FamilySnapshot(
            family("gauge", "connections", "Open connections.", "", List.of("direction")),
            List.of(
                value(labels("direction", "inbound"), 3),
                value(labels("direction", "o\"u\\t\n"), 0.25))),
        new FamilySnapshot(family("gauge", "empty", "No series.", "", List.of()), List.of()),
        new FamilySnapshot(
            histogram(
                "rtt_seconds", "Round trips.", "seconds", List.of(0.00005, 0.005, 1.0, 1048576.0)),
            List.of(
                new Point.Distribution(Labels.NONE, new long[] {1, 0, 2, 0, 1}, 2.5),
                new Point.Distribution(labels("peer", "café"), new long[] {0, 0, 0, 0, 0}, 0.0))),
        new FamilySnapshot(
            family("counter", "sent_bytes", "Bytes sent.", "bytes", List.of("peer")),
            List.of(value(labels("peer", "a"), 12345678901L), value(labels("peer", "b"), 0)))));
  }

  /** A snapshot of one gauge with these values, one series each. */
  public static Snapshot gauge(double... values) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      points.add(value(labels("n", Integer.toString(i)), values[i]));
    }
    return new Snapshot(
        List.of(new FamilySnapshot(family("gauge", "g", "G.", "", List.of("n")), points)));
  }

  /** A block of one label. */
  public static Labels labels(String name, String value) {
    return Labels.of(List.of(name), List.of(value));
  }

  private static Point value(Labels labels, double value) {
    return new Point.Value(labels, value);
  }

  private static Family histogram(String name, String help, String unit, List<Double> buckets) {
    Object builder = call(Family.class, null, "histogram", name, help, buckets);
    return (Family)
        call(builder.getClass(), call(builder.getClass(), builder, "unit", unit), "build");
  }

  private static Family family(
      String type, String name, String help, String unit, List<String> labels) {
    Object builder = call(Family.class, null, type, name, help);
    call(builder.getClass(), builder, "unit", unit);
    call(builder.getClass(), builder, "labels", (Object) labels.toArray(new String[0]));
    return (Family) call(builder.getClass(), builder, "build");
  }

  private static Object call(Class<?> owner, Object target, String name, Object... arguments) {
    try {
      for (Method method : owner.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
          method.setAccessible(true);
          return method.invoke(target, arguments);
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
    throw new AssertionError(name);
  }
}
