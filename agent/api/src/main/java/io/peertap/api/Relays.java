package io.peertap.api;

/** Connections between peers that others carry for them. */
public interface Relays {

  /** This node is the relay of a circuit between two others; it counts as inbound. */
  Circuit serving();

  /** This node is one end of a circuit: inbound if the other end opened it. */
  Circuit opened(Direction direction);

  /** A relay answered a request. */
  void answered(RelayRequest request, RelayAnswer answer);
}
