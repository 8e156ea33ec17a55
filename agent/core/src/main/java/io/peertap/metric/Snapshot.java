package io.peertap.metric;

import java.util.List;

/** Every family at one moment, ordered by name: what all exposition reads, and nothing else. */
public record Snapshot(List<FamilySnapshot> families) {

  /** Keeps its own copy of the families. */
  public Snapshot {
    families = List.copyOf(families);
  }

  /** The family of this name, or null. */
  public FamilySnapshot family(String name) {
    for (FamilySnapshot snapshot : families) {
      if (snapshot.family().name().equals(name)) {
        return snapshot;
      }
    }
    return null;
  }
}
