package io.peertap.libp2p;

import io.libp2p.pubsub.gossip.GossipRouter;
import io.peertap.api.Attached;
import io.peertap.api.Telemetry;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long it takes until a message that this node has seen, or published, comes back from the mesh:
 * messages carry no time of their own. One for each router, used by the router's thread alone.
 */
final class Echoes {

  /** As many messages are waited for. */
  private static final int LIMIT = 1024;

  private static final Attached<Echoes> BY_ROUTER = Telemetry.current().attached();

  private final Map<Object, Long> began = new LinkedHashMap<>() {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
      return size() > LIMIT;
    }
  };

  private Echoes() {}

  static Echoes of(Object router) {
    Echoes known = BY_ROUTER.get(router);
    if (known == null) {
      known = new Echoes();
      BY_ROUTER.put(router, known);
    }
    return known;
  }

  /** What a router is known by: a gossip router speaks through its broadcaster. */
  static Object listener(Object router) {
    return router instanceof GossipRouter gossip ? gossip.getEventBroadcaster() : router;
  }

  void began(Object message) {
    began.putIfAbsent(message, System.nanoTime());
  }

  /** Nanoseconds since it began; negative if this is not the first return. */
  long returned(Object message) {
    Long since = began.remove(message);
    return since == null ? -1 : System.nanoTime() - since;
  }
}
