package io.peertap.api;

/** Why two peers did not agree on a stream's protocol. */
public enum NegotiationFailure implements Label {

  /** The remote peer speaks none of those offered. */
  UNSUPPORTED,
  /** It did not answer in time. */
  TIMEOUT,
  /** The stream ended first. */
  CLOSED,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
