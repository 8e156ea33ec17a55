package io.peertap.tron;

import io.peertap.api.Attached;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import org.tron.p2p.discover.Node;
import org.tron.p2p.discover.protocol.kad.NodeHandler;

/** Pings of the discovery protocol. */
final class KademliaPings {

  private static final Peers PEERS = Telemetry.current().peers();

  /** When the ping was sent that waits for its answer, in nanoseconds. */
  private static final Attached<Long> SENT = Telemetry.current().attached();

  private KademliaPings() {}

  static void pinging(NodeHandler handler) {
    SENT.put(handler, System.nanoTime());
  }

  static void answered(NodeHandler handler, Node node) {
    Long sent = SENT.remove(handler);
    if (sent != null) {
      PEERS.pinged(Seeds.idOf(node), Outcome.SUCCESS, System.nanoTime() - sent);
    }
  }

  static void timedOut(NodeHandler handler, Node node) {
    if (SENT.remove(handler) != null) {
      PEERS.pinged(Seeds.idOf(node), Outcome.TIMEOUT, 0);
    }
  }
}
