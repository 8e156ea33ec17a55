package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.Supplier;

/** Connections between peers that others carry for them. */
public interface Relays {

  /** This node is the relay of a circuit between two others; it counts as inbound. */
  Circuit serving();

  /** This node is one end of a circuit: inbound if the other end opened it. */
  Circuit opened(Direction direction);

  /** This node, as a relay, answered a peer's request. */
  void answered(RelayRequest request, RelayAnswer answer);

  /**
   * A relay answered this node's request for a reservation.
   *
   * @param refresh whether this node asked to keep one that it holds
   */
  void asked(boolean refresh, RelayAnswer answer);

  /** A reservation was made: inbound if this node is the relay, outbound if it asked for it. */
  Reservation reserved(Direction direction);

  /**
   * Whether this node offers to be a relay, read whenever somebody collects, on the collector's
   * thread. Who answers null is read no more.
   */
  Registration offered(Supplier<Boolean> offering);

  /**
   * How many reservations this node looks for, read whenever somebody collects, on the collector's
   * thread. Who answers null is read no more.
   */
  Registration wanted(Supplier<Integer> reservations);
}
