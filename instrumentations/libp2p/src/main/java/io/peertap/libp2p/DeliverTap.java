package io.peertap.libp2p;

import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.pubsub.PubsubMessage;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.MessageFault;
import io.peertap.api.Messages;
import io.peertap.api.MethodTap;
import io.peertap.api.Telemetry;
import io.peertap.api.Validation;
import java.util.concurrent.CompletionStage;

/** A message is handed to the application, which also judges it. */
public final class DeliverTap implements MethodTap {

  private static final Gossip GOSSIP = Telemetry.current().gossip();
  private static final Messages MESSAGES = Telemetry.current().messages();

  @Override
  public Object enter(Object[] values) {
    return values[0];
  }

  @Override
  public void returned(Object token, Object result) {
    Ends.of(
        (CompletionStage<?>) result,
        (verdict, failure) -> delivered(Topics.of((PubsubMessage) token), verdict, failure));
  }

  @Override
  public void threw(Object token, Throwable failure) {
    delivered(Topics.of((PubsubMessage) token), null, failure);
  }

  /** What is valid or invalid the router tells too; what is ignored nobody else does. */
  private static void delivered(String topic, Object verdict, Throwable failure) {
    if (failure != null) {
      MESSAGES.failed(Rpcs.PUBLISH, MessageFault.HANDLE);
    }
    if (verdict == ValidationResult.Ignore) {
      GOSSIP.validated(Validation.IGNORE, topic);
    }
    GOSSIP.message(GossipAction.DELIVER, status(verdict, failure), topic);
  }

  private static GossipStatus status(Object verdict, Throwable failure) {
    return verdict == ValidationResult.Invalid
        ? GossipStatus.INVALID
        : GossipAdvice.status(failure);
  }
}
