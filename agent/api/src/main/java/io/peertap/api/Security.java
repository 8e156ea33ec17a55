package io.peertap.api;

/** The secure channel of a connection, go-libp2p's names where it has one. */
public enum Security implements Label {

  /** Bytes travel as they are. */
  NONE,
  /** TLS or DTLS. */
  TLS,
  /** The Noise protocol framework. */
  NOISE,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
