package io.peertap.tron;

import io.peertap.api.Attached;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.List;
import org.tron.p2p.discover.Node;

/**
 * Tells nodes that were configured from those that were found. A configured one has a random id
 * until it answers.
 */
final class Seeds {

  private static final String CONFIGURED = "static";
  private static final String FOUND = "dht";

  private static final Peers PEERS = Telemetry.current().peers();

  /** Configured nodes, and whether they have told their id. */
  private static final Attached<Boolean> NAMED = Telemetry.current().attached();

  private Seeds() {}

  /** Nodes that the configuration gives. */
  static void configured(List<Node> nodes) {
    for (Node node : nodes) {
      if (NAMED.get(node) == null) {
        NAMED.put(node, false);
      }
    }
  }

  /** A node has told its id. */
  static void named(Node node) {
    if (Boolean.FALSE.equals(NAMED.get(node))) {
      NAMED.put(node, true);
    }
  }

  /** The node's id in hexadecimal digits, or null if it is a placeholder. */
  static String idOf(Node node) {
    return Boolean.FALSE.equals(NAMED.get(node)) ? null : node.getHexId();
  }

  /** A node with this name is there. */
  static void found(Node node) {
    PEERS.discovered(NAMED.get(node) == null ? FOUND : CONFIGURED, node.getHexId());
  }

  /** Another node told of this one. */
  static void told(String id) {
    PEERS.discovered(FOUND, id);
  }
}
