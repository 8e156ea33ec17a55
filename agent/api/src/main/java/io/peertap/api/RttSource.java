package io.peertap.api;

/** Where a round-trip time was taken from. */
public enum RttSource implements Label {

  /** A ping protocol. */
  PING,
  /** The kernel's estimate for a TCP socket. */
  TCP_INFO,
  /** The QUIC path statistics. */
  QUIC,
  /** A request and its response. */
  APP;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
