package io.libp2p.protocol.circuit.pb;

/** Signatures only. */
public abstract class Circuit {
  /** A message between a peer and its relay. */
  public interface HopMessageOrBuilder {
    /** What it is. */
    HopMessage.Type getType();

    /** The relay's answer. */
    Status getStatus();

    /** Whether the answer grants a reservation. */
    boolean hasReservation();
  }

  /** A message between a peer and its relay. */
  public abstract static class HopMessage implements HopMessageOrBuilder {
    /** What it is. */
    public enum Type {
      /** A request. */
      RESERVE,
      /** An answer. */
      STATUS
    }
  }

  /** The relay's answers. */
  public enum Status {
    /** Yes. */
    OK,
    /** No room. */
    RESERVATION_REFUSED,
    /** Too much. */
    RESOURCE_LIMIT_EXCEEDED,
    /** Not for you. */
    PERMISSION_DENIED,
    /** The target did not answer. */
    CONNECTION_FAILED,
    /** The target has none. */
    NO_RESERVATION,
    /** Not understood. */
    MALFORMED_MESSAGE
  }
}
