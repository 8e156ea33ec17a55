package io.peertap.api;

/** The state of a circuit breaker. */
public enum BreakerState implements Label {

  /** Calls pass. */
  CLOSED,
  /** Calls are refused. */
  OPEN,
  /** A few calls pass, to see how they fare. */
  HALF_OPEN;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
