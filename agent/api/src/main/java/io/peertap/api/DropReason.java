package io.peertap.api;

/** Why a message was dropped in this process. */
public enum DropReason implements Label {

  /** There was no room for it. */
  OVERFLOW,
  /** The receiver is too slow. */
  BACKPRESSURE,
  /** It was too old. */
  EXPIRED,
  /** Somebody did not want it. */
  FILTERED,
  /** Its connection closed under it. */
  CLOSED;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
