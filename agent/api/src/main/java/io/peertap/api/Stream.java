package io.peertap.api;

/** The handle of one multiplexed stream. */
public interface Stream {

  /** The payload counters that the stream's event loop writes. */
  Traffic traffic();

  /** The protocol spoken on the stream became known. */
  void negotiated(String protocol);

  /** The peers did not agree on a protocol; the stream's end is told apart. */
  void negotiationFailed(NegotiationFailure why);

  /** The stream is gone. */
  void ended(StreamEnd end);
}
