package io.peertap.api;

/** A relay's promise to carry circuits to a peer. May be told from any thread. */
public interface Reservation {

  /** The relay promised it for longer. */
  void renewed();

  /** The promise is over; takes effect once. */
  void closed();
}
