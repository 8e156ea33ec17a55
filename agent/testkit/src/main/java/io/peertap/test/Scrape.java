package io.peertap.test;

import io.peertap.exposition.TextWriter;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.Labels;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The agent's numbers at one moment, to be asked by family and labels. */
public final class Scrape {

  private final Snapshot snapshot;

  Scrape(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The sum of all series of a family that carry these labels; a histogram counts its observations.
   *
   * @param family the name without {@code peertap_}
   * @param labels names and values in turn
   */
  public double sum(String family, String... labels) {
    double sum = 0;
    for (Point point : points(family, labels)) {
      sum += value(point);
    }
    return sum;
  }

  /**
   * The value of one series, a histogram's count; null unless exactly one series of the family
   * carries these labels.
   *
   * @param labels names and values in turn
   */
  public Double value(String family, String... labels) {
    List<Point> found = points(family, labels);
    return found.size() == 1 ? value(found.get(0)) : null;
  }

  /** The sum of all that the histograms with these labels observed. */
  public double observed(String family, String... labels) {
    double sum = 0;
    for (Point point : points(family, labels)) {
      sum += ((Point.Distribution) point).sum();
    }
    return sum;
  }

  /** How many series there are in all. */
  public int series() {
    int series = 0;
    for (FamilySnapshot family : snapshot.families()) {
      series += family.points().size();
    }
    return series;
  }

  /** The whole text, as a scraper gets it. */
  public String text() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      new TextWriter().write(snapshot, out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Point> points(String family, String... labels) {
    List<Point> points = new ArrayList<>();
    FamilySnapshot found = snapshot.family("peertap_" + family);
    if (found != null) {
      for (Point point : found.points()) {
        if (matches(point.labels(), labels)) {
          points.add(point);
        }
      }
    }
    return points;
  }

  private static boolean matches(Labels labels, String... wanted) {
    for (int i = 0; i < wanted.length; i += 2) {
      if (!wanted[i + 1].equals(labels.value(wanted[i]))) {
        return false;
      }
    }
    return true;
  }

  private static double value(Point point) {
    return point instanceof Point.Distribution distribution
        ? (double) distribution.count()
        : ((Point.Value) point).value();
  }
}
