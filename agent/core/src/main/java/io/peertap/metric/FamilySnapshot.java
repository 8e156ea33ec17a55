package io.peertap.metric;

import java.util.List;

/** A family and all its series at one moment, ordered by labels. */
public record FamilySnapshot(Family family, List<Point> points) {

  /** Keeps its own copy of the points. */
  public FamilySnapshot {
    points = List.copyOf(points);
  }
}
