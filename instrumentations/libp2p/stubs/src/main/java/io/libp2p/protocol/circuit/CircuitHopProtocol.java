package io.libp2p.protocol.circuit;

/** Signatures only. */
public abstract class CircuitHopProtocol {
  /** Speaks it for a host. */
  public abstract static class Binding {}
}
