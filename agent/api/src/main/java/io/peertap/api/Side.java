package io.peertap.api;

/** Which side did something. */
public enum Side implements Label {

  /** This process. */
  LOCAL,
  /** The remote peer. */
  REMOTE,
  /** Not observable. */
  UNKNOWN;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
