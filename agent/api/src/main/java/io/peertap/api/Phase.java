package io.peertap.api;

/** The phase of a connection in which an error occurred. */
public enum Phase implements Label {

  /** Looking up the address of a name. */
  RESOLVE,
  /** Waiting for the transport. */
  CONNECT,
  /** The handshake of the secure channel. */
  SECURE,
  /** The protocol's own hello. */
  NEGOTIATE,
  /** Reading from an open connection. */
  READ,
  /** Writing to an open connection. */
  WRITE;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
