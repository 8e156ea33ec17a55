package io.peertap.metric;

import java.util.ArrayList;
import java.util.List;

/** Asks a snapshot for sums of series. */
public record Numbers(Snapshot snapshot) {

  /**
   * The sum of all series of a family that carry these labels; a histogram counts its observations.
   *
   * @param family the name without {@code peertap_}
   * @param labels names and values in turn
   */
  public double sum(String family, String... labels) {
    double sum = 0;
    for (Point point : points(family)) {
      sum += matches(point.labels(), labels) ? value(point) : 0;
    }
    return sum;
  }

  /** The series of a family, with their values where these are not zero, in order. */
  public List<String> nonZero(String family) {
    List<String> lines = new ArrayList<>();
    for (Point point : points(family)) {
      if (value(point) != 0) {
        lines.add(point.labels() + " " + text(value(point)));
      }
    }
    return lines;
  }

  private static String text(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }

  /** The values that a label takes in a family. */
  public List<String> values(String family, String label) {
    return points(family).stream()
        .map(point -> point.labels().value(label))
        .distinct()
        .toList();
  }

  /** The series of a family. */
  public List<Point> points(String family) {
    FamilySnapshot found = snapshot.family("peertap_" + family);
    return found == null ? List.of() : found.points();
  }

  /** The value of a series; the count of a histogram. */
  public static double value(Point point) {
    return point instanceof Point.Distribution distribution
        ? (double) distribution.count()
        : ((Point.Value) point).value();
  }

  private static boolean matches(Labels labels, String... wanted) {
    for (int i = 0; i < wanted.length; i += 2) {
      if (!wanted[i + 1].equals(labels.value(wanted[i]))) {
        return false;
      }
    }
    return true;
  }
}
