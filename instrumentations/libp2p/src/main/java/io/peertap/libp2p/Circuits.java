package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.peertap.api.Attached;
import io.peertap.api.Circuit;
import io.peertap.api.Direction;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;

/** The circuits that this node carries: two streams, each read by a handler that writes the other. */
final class Circuits {

  private static final Relays RELAYS = Telemetry.current().relays();
  private static final Attached<Way> WAYS = Telemetry.current().attached();

  /** The circuit of which only one way stands: the other is built next, by the same thread. */
  private static final ThreadLocal<Circuit> HALF = new ThreadLocal<>();

  /** One way of a circuit. */
  private record Way(Circuit circuit, Direction direction) {}

  private Circuits() {}

  /** A handler that writes this stream; the relay itself opened the one to the target. */
  static void proxied(Object handler, Stream written) {
    if (written.isInitiator()) {
      Circuit circuit = RELAYS.serving();
      HALF.set(circuit);
      began(handler, circuit, Direction.OUTBOUND, written);
    } else {
      Circuit circuit = HALF.get();
      HALF.remove();
      if (circuit != null) {
        began(handler, circuit, Direction.INBOUND, written);
      }
    }
  }

  static void carried(Object handler, long bytes) {
    Way way = WAYS.get(handler);
    if (way != null) {
      way.circuit().carried(way.direction(), bytes);
    }
  }

  /** Without one of its streams a circuit carries nothing. */
  private static void began(Object handler, Circuit circuit, Direction direction, Stream written) {
    WAYS.put(handler, new Way(circuit, direction));
    Ends.of(written.closeFuture(), (closed, failure) -> circuit.closed());
  }
}
