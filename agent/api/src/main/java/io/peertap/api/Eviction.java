package io.peertap.api;

/** Why a pool let a connection go. */
public enum Eviction implements Label {

  /** Nobody had used it for long. */
  IDLE,
  /** It was broken. */
  ERROR,
  /** There were too many. */
  CAPACITY;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
