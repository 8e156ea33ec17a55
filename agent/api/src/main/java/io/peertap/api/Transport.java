package io.peertap.api;

/** What carries a connection. */
public enum Transport implements Label {

  /** A TCP socket. */
  TCP,
  /** A datagram socket. */
  UDP,
  /** A QUIC connection over a datagram socket. */
  QUIC,
  /** A Unix domain socket. */
  UNIX,
  /** A circuit through a relay: one level above the stream that carries it. */
  RELAY,
  /** An in-process transport. */
  LOCAL,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
