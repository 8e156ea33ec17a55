package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

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

  /** This node offers to be a relay, as long as this says so; read whenever somebody collects. */
  Registration offered(BooleanSupplier offering);

  /** This node looks for relays, for so many reservations; read whenever somebody collects. */
  Registration wanted(LongSupplier reservations);
}
