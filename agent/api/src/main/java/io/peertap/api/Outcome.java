package io.peertap.api;

/** How an attempt ended. */
public enum Outcome implements Label {

  /** It did what was asked. */
  SUCCESS,
  /** It failed. */
  FAILURE,
  /** Nothing came in time. */
  TIMEOUT,
  /** The application gave up. */
  CANCELLED;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
