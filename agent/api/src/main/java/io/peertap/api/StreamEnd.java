package io.peertap.api;

/** How a multiplexed stream ended. */
public enum StreamEnd implements Label {

  /** Both sides finished. */
  CLOSED,
  /** This process reset it. */
  RESET_LOCAL,
  /** The remote peer reset it. */
  RESET_REMOTE,
  /** Its connection ended under it. */
  CONNECTION,
  /** Its protocol negotiation failed. */
  NEGOTIATION,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
