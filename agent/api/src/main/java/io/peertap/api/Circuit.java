package io.peertap.api;

/** One circuit through a relay. May be told from any thread. */
public interface Circuit {

  /**
   * The relay carried bytes.
   *
   * @param direction outbound from the peer that opened the circuit, inbound towards it
   */
  void carried(Direction direction, long bytes);

  /** The circuit is gone; takes effect once. */
  void closed();
}
