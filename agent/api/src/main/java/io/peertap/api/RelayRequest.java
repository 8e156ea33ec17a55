package io.peertap.api;

/** What a peer asks of a relay. */
public enum RelayRequest implements Label {

  /** To be reachable through it. */
  RESERVE,
  /** To be connected with a peer that is. */
  CONNECT;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
