package io.peertap.api;

/** The verdict of the application on a gossip message. */
public enum Validation implements Label {

  /** It is valid, and passed on. */
  ACCEPT,
  /** It is not passed on, and nobody is blamed. */
  IGNORE,
  /** It is invalid, and its sender is blamed. */
  REJECT;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
