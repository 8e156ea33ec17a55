package io.peertap.config;

/** What the peer label carries. */
public enum PeerLabel {
  /** A keyed hash of the peer's id. */
  HASH,
  /** The id, shortened. */
  SHORT,
  /** The id as it is. */
  FULL,
  /** There are no series by peer. */
  OFF;

  /** By its option's text; valueOf would use reflection, which costs milliseconds before main. */
  static PeerLabel of(String text) {
    for (PeerLabel candidate : values()) {
      if (candidate.name().equalsIgnoreCase(text)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException(text);
  }
}
