package io.peertap.libp2p;

import io.libp2p.core.P2PChannel;
import io.libp2p.core.Stream;
import io.peertap.api.Circuit;
import io.peertap.api.Connection;
import io.peertap.api.Connections;
import io.peertap.api.Direction;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;
import io.peertap.api.Transport;
import net.bytebuddy.asm.Advice;

/** A connection of this node that another peer carries, upon a stream to that peer. */
public final class RelayedAdvice {

  private static final Connections CONNECTIONS = Telemetry.current().connections();
  private static final Relays RELAYS = Telemetry.current().relays();

  private RelayedAdvice() {}

  /** When the library has made its own object for it; the circuit stands. */
  @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
  public static void built(
      @Advice.This P2PChannel connection,
      @Advice.Argument(0) boolean initiator,
      @Advice.Argument(2) Stream carrier) {
    Direction direction = initiator ? Direction.OUTBOUND : Direction.INBOUND;
    CONNECTIONS.upgrading(connection);
    Connection handle =
        CONNECTIONS.opening(connection, CarrierView.VIEW, direction, Transport.RELAY, null);
    handle.established();
    Circuit circuit = RELAYS.opened(direction);
    Ends.of(carrier.closeFuture(), (closed, failure) -> {
      circuit.closed();
      handle.closed();
    });
  }
}
