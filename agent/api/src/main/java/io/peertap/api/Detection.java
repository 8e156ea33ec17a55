package io.peertap.api;

/** How a failure detector came to its verdict. */
public enum Detection implements Label {

  /** Nothing came from the peer in time. */
  TIMEOUT,
  /** It was suspected, and nobody refuted that in time. */
  SUSPICION,
  /** Its connection broke. */
  CLOSED,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
