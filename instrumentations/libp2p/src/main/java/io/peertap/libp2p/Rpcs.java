package io.peertap.libp2p;

import io.libp2p.pubsub.gossip.GossipRouter;
import io.peertap.api.Direction;
import io.peertap.api.Gossip;
import io.peertap.api.GossipControl;
import io.peertap.api.Messages;
import io.peertap.api.Telemetry;
import pubsub.pb.Rpc;

/** What travels between routers: each message and each control message in it counts. */
final class Rpcs {

  /** The type of messages that carry the application's data. */
  static final String PUBLISH = "publish";

  /** The type of what routers send each other, whatever is in it. */
  static final String RPC = "rpc";

  private static final Gossip GOSSIP = Telemetry.current().gossip();
  private static final Messages MESSAGES = Telemetry.current().messages();

  private Rpcs() {}

  static void sent(Object router, String peer, Rpc.RPC rpc) {
    for (int i = 0; i < rpc.getPublishCount(); i++) {
      MESSAGES.sent(protocol(router), PUBLISH, peer, rpc.getPublish(i).getSerializedSize());
    }
    control(Direction.OUTBOUND, rpc);
  }

  static void received(Object router, String peer, Rpc.RPC rpc) {
    for (int i = 0; i < rpc.getPublishCount(); i++) {
      MESSAGES.received(protocol(router), PUBLISH, peer, rpc.getPublish(i).getSerializedSize());
    }
    control(Direction.INBOUND, rpc);
  }

  /** Whether a stream failed because its decoders could make nothing of what came. */
  static boolean isNoMessage(Throwable cause) {
    return Ends.isDueTo(cause, "DecoderException")
        || Ends.isDueTo(cause, "CorruptedFrameException")
        || Ends.isDueTo(cause, "TooLongFrameException");
  }

  private static void control(Direction direction, Rpc.RPC rpc) {
    if (rpc.hasControl()) {
      Rpc.ControlMessage control = rpc.getControl();
      tell(direction, GossipControl.IHAVE, control.getIhaveCount());
      tell(direction, GossipControl.IWANT, control.getIwantCount());
      tell(direction, GossipControl.GRAFT, control.getGraftCount());
      tell(direction, GossipControl.PRUNE, control.getPruneCount());
      tell(direction, GossipControl.IDONTWANT, control.getIdontwantCount());
    }
  }

  private static void tell(Direction direction, GossipControl control, int times) {
    for (int i = 0; i < times; i++) {
      GOSSIP.control(direction, control);
    }
  }

  private static String protocol(Object router) {
    return router instanceof GossipRouter ? "gossipsub" : "floodsub";
  }
}
