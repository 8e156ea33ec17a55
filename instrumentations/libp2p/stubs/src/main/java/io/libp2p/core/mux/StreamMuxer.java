package io.libp2p.core.mux;

/** Signatures only. */
public interface StreamMuxer {
  /** A muxer at work. */
  interface Session {}
}
