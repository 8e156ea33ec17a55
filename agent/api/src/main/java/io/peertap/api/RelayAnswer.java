package io.peertap.api;

/** What a relay answered. */
public enum RelayAnswer implements Label {

  /** It agreed. */
  OK,
  /** It refused, for its limits or its policy. */
  REJECTED,
  /** The request was malformed, or failed. */
  ERROR;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
