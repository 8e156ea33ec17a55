package io.peertap.libp2p;

import io.libp2p.pubsub.PubsubMessage;
import io.peertap.api.Attached;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.MethodTap;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletionStage;

/** The application publishes a message; the router's thread sends the copies. */
public final class PublishTap implements MethodTap {

  private static final Gossip GOSSIP = Telemetry.current().gossip();

  /** Messages that this node brought into the world: their copies are not passed on. */
  private static final Attached<Boolean> OWN = Telemetry.current().attached();

  static boolean isOwn(PubsubMessage message) {
    return OWN.get(message) != null;
  }

  @Override
  public Object enter(Object[] values) {
    OWN.put(values[0], Boolean.TRUE);
    return values[0];
  }

  @Override
  public void returned(Object token, Object result) {
    String topic = Topics.of((PubsubMessage) token);
    Ends.of(
        (CompletionStage<?>) result,
        (done, failure) -> GOSSIP.message(GossipAction.PUBLISH, status(failure), topic));
  }

  @Override
  public void threw(Object token, Throwable failure) {
    GOSSIP.message(GossipAction.PUBLISH, status(failure), Topics.of((PubsubMessage) token));
  }

  private static GossipStatus status(Throwable failure) {
    if (failure == null) {
      return GossipStatus.OK;
    }
    if (Ends.isDueTo(failure, "MessageAlreadySeenException")) {
      return GossipStatus.DUPLICATE;
    }
    return Ends.isDueTo(failure, "InvalidMessageException")
        ? GossipStatus.INVALID
        : GossipStatus.ERROR;
  }
}
