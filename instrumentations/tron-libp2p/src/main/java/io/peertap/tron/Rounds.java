package io.peertap.tron;

import io.peertap.api.Attached;
import io.peertap.api.Telemetry;
import org.tron.p2p.discover.protocol.kad.KadService;

/** The discovery of each node of this process. */
final class Rounds {

  private static final Attached<Discovery> RUNNING = Telemetry.current().attached();

  private Rounds() {}

  /** A step begins, on the discovery's only thread. */
  static void entered(KadService service, int step) {
    Discovery known = RUNNING.get(service);
    if (known == null) {
      known = new Discovery(service);
      RUNNING.put(service, known);
    }
    known.entered(step);
  }

  /** A step ends. */
  static void left(KadService service) {
    Discovery known = RUNNING.get(service);
    if (known != null) {
      known.left();
    }
  }

  /** Somebody was asked, by the round that runs. */
  static void asked(KadService service) {
    Discovery known = RUNNING.get(service);
    if (known != null) {
      known.asked();
    }
  }

  /** Somebody answered. */
  static void answered(KadService service) {
    Discovery known = RUNNING.get(service);
    if (known != null) {
      known.answered();
    }
  }

  /** No round follows. */
  static void closed(KadService service) {
    Discovery known = RUNNING.remove(service);
    if (known != null) {
      known.closed();
    }
  }
}
