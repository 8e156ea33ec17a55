package io.peertap.api;

/** The stream multiplexer of a connection. */
public enum Muxer implements Label {

  /** The connection carries one stream of bytes. */
  NONE,
  /** HTTP/2, negotiated by ALPN. */
  HTTP2,
  /** QUIC streams. */
  QUIC,
  /** The yamux protocol. */
  YAMUX,
  /** The mplex protocol. */
  MPLEX,
  /** Anything else. */
  OTHER;

  private final String label = Label.of(this);

  @Override
  public String label() {
    return label;
  }
}
