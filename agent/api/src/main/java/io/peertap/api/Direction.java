package io.peertap.api;

/** Who began a connection, a stream or a transfer. */
public enum Direction implements Label {

  /** The remote peer began it. */
  INBOUND,
  /** This process began it. */
  OUTBOUND;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
