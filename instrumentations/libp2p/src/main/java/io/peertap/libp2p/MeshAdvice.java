package io.peertap.libp2p;

import io.libp2p.etc.types.MultiBiMap;
import io.libp2p.etc.util.P2PService.PeerHandler;
import io.libp2p.pubsub.gossip.GossipRouter;
import io.peertap.api.Gossip;
import io.peertap.api.MeshChange;
import io.peertap.api.Telemetry;
import java.util.Set;
import net.bytebuddy.asm.Advice;

/** Who is in the mesh of which topic; all on the router's own thread. */
final class MeshAdvice {

  private static final Gossip GOSSIP = Telemetry.current().gossip();

  private MeshAdvice() {}

  /** A peer joined a mesh. */
  public static final class Meshed {
    private Meshed() {}

    /** Before the peer's score hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyMeshed(@Advice.This Object broadcaster) {
      GOSSIP.meshChanged(MeshChange.GRAFT, ControlTap.side());
    }
  }

  /** A peer left a mesh. */
  public static final class Pruned {
    private Pruned() {}

    /** Before the peer's score hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyPruned(@Advice.This Object broadcaster) {
      GOSSIP.meshChanged(MeshChange.PRUNE, ControlTap.side());
    }
  }

  /** A peer is gone, and with it its place in every mesh. */
  public static final class Gone {
    private Gone() {}

    /** Before the meshes lose it; nobody else says so. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onPeerDisconnected(
        @Advice.This GossipRouter router, @Advice.Argument(0) PeerHandler peer) {
      for (Set<PeerHandler> mesh : router.getMesh().values()) {
        if (mesh.contains(peer)) {
          GOSSIP.meshChanged(MeshChange.PRUNE, "disconnected");
        }
      }
    }
  }

  /** The router looks after its meshes. */
  public static final class Beat {
    private Beat() {}

    /** When they are in order. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void heartbeat(@Advice.This GossipRouter router) {
      Meshes.of(router).beat(router);
    }
  }

  /** A peer subscribed, or does so no longer. */
  public static final class Subscribed {
    private Subscribed() {}

    /** When it is noted. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void handleMessageSubscriptions(
        @Advice.This Object router,
        @Advice.FieldValue("peersTopics") MultiBiMap<?, String> topics) {
      Meshes.of(router).subscribed(topics);
    }
  }
}
