package io.peertap.api;

/** What a relay answered. */
public enum RelayAnswer implements Label {

  /** It agreed. */
  OK("ok"),
  /** It reserves nothing for this peer. */
  RESERVATION_REFUSED("rejected"),
  /** Its limits are reached. */
  RESOURCE_LIMIT_EXCEEDED("rejected"),
  /** Its policy forbids it. */
  PERMISSION_DENIED("rejected"),
  /** The peer to be connected with has reserved nothing. */
  NO_RESERVATION("rejected"),
  /** It did not understand the request. */
  MALFORMED_MESSAGE("rejected"),
  /** It could not reach the peer to be connected with. */
  CONNECTION_FAILED("error"),
  /** Anything else, or nothing at all. */
  OTHER("error");

  private final String label = Label.of(this);
  private final String status;

  RelayAnswer(String status) {
    this.status = status;
  }

  @Override
  public String label() {
    return label;
  }

  /** Whether it agreed, refused or failed: ok, rejected or error. */
  public String status() {
    return status;
  }

  /** Whether it refused. */
  public boolean isRejected() {
    return status.equals("rejected");
  }
}
