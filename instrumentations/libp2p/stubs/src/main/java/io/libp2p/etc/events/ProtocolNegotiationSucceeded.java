package io.libp2p.etc.events;

/** Signatures only. */
public abstract class ProtocolNegotiationSucceeded {
  /** The protocol that both sides speak. */
  public abstract String getProto();
}
