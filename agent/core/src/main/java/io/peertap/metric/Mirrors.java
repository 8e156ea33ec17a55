package io.peertap.metric;

/** Which series by peer are published. */
public enum Mirrors {
  /** None. */
  NONE,
  /** Connections, attempts, errors, bytes, messages, round-trip times, quality. */
  BASIC,
  /** All of the vocabulary's. */
  ALL;

  /** Whether the family's mirror is. */
  boolean publish(Family family) {
    return family.mirror() != null && byPeer(family);
  }

  /** Whether the family itself is. */
  boolean keep(Family family) {
    return !family.byPeer() || byPeer(family);
  }

  private boolean byPeer(Family family) {
    return this == ALL || (this == BASIC && family.basic());
  }
}
