package io.peertap.metric;

/** Which mirrors by peer are published. */
public enum Mirrors {
  /** None. */
  NONE,
  /** Connections, attempts, errors, bytes, messages, round-trip times. */
  BASIC,
  /** All of the vocabulary's. */
  ALL;

  boolean publish(Family family) {
    return family.mirror() != null && (this == ALL || (this == BASIC && family.basic()));
  }
}
