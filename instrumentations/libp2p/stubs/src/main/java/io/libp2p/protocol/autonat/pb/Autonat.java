package io.libp2p.protocol.autonat.pb;

/** Signatures only. */
public abstract class Autonat {
  /** A request, or its answer. */
  public abstract static class Message {
    /** The answer. */
    public abstract DialResponse getDialResponse();

    /** The answer. */
    public abstract static class DialResponse {
      /** How the dial went. */
      public abstract ResponseStatus getStatus();
    }

    /** How the dial went. */
    public enum ResponseStatus {
      /** The peer can be reached. */
      OK
    }
  }
}
