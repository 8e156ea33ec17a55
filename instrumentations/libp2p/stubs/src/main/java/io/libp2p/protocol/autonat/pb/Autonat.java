package io.libp2p.protocol.autonat.pb;

/** Signatures only. */
public abstract class Autonat {
  /** A request, or its answer. */
  public interface MessageOrBuilder {
    /** Which of them. */
    Message.MessageType getType();

    /** The answer. */
    Message.DialResponse getDialResponse();
  }

  /** A request, or its answer. */
  public abstract static class Message implements MessageOrBuilder {
    /** Which of them. */
    public enum MessageType {
      /** The answer. */
      DIAL_RESPONSE
    }

    /** The answer. */
    public abstract static class DialResponse {
      /** How the dial went. */
      public abstract ResponseStatus getStatus();
    }

    /** How the dial went. */
    public enum ResponseStatus {
      /** The peer can be reached. */
      OK,
      /** It can not. */
      E_DIAL_ERROR,
      /** Nobody tried. */
      E_DIAL_REFUSED,
      /** The request makes no sense. */
      E_BAD_REQUEST,
      /** Who was asked failed. */
      E_INTERNAL_ERROR
    }
  }
}
