package io.peertap.api;

/** How it went with a gossip message. */
public enum GossipStatus implements Label {

  /** As it should. */
  OK,
  /** It was known already. */
  DUPLICATE,
  /** Validation refused it. */
  INVALID,
  /** Something failed. */
  ERROR;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
