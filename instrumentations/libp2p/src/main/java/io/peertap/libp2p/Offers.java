package io.peertap.libp2p;

import io.libp2p.core.Host;
import io.libp2p.protocol.circuit.CircuitHopProtocol;
import io.peertap.api.Attached;
import io.peertap.api.Queues.Registration;
import io.peertap.api.Relays;
import io.peertap.api.Telemetry;
import io.peertap.api.Weak;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Hosts that may be relays, and transports that look for some: as long as they live, or run. */
final class Offers {

  private static final Relays RELAYS = Telemetry.current().relays();

  /** By host or transport. */
  private static final Attached<Registration> STANDING = Telemetry.current().attached();

  private static final Function<Host, Boolean> OFFERING = Offers::isOffering;
  private static final Function<AtomicInteger, Integer> WANTED = AtomicInteger::get;

  private Offers() {}

  static void offered(Host host) {
    if (STANDING.get(host) == null) {
      STANDING.put(host, RELAYS.offered(Weak.read(host, OFFERING)));
    }
  }

  static void wanted(Object transport, AtomicInteger reservations) {
    if (STANDING.get(transport) == null) {
      STANDING.put(transport, RELAYS.wanted(Weak.read(reservations, WANTED)));
    }
  }

  static void over(Object hostOrTransport) {
    Registration standing = STANDING.remove(hostOrTransport);
    if (standing != null) {
      standing.close();
    }
  }

  /** A host that only uses relays has the protocol, but does not speak it to those who ask. */
  private static boolean isOffering(Host host) {
    for (Object protocol : host.getProtocols()) {
      if (protocol instanceof CircuitHopProtocol.Binding) {
        return true;
      }
    }
    return false;
  }
}
