package io.peertap.api;

/** Why an attempt or a connection failed. */
public enum Reason implements Label {

  /** Nothing came in time. */
  TIMEOUT,
  /** The remote host refused the connection. */
  REFUSED,
  /** The remote side reset the connection. */
  RESET,
  /** No route to the host or network. */
  UNREACHABLE,
  /** The TLS handshake failed. */
  TLS,
  /** The name has no address. */
  DNS,
  /** The remote side broke the protocol. */
  PROTOCOL,
  /** The remote peer is not the one that was asked for. */
  IDENTITY,
  /** The application gave up; never counted as a failure. */
  CANCELLED,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
