package io.peertap.libp2p;

import io.libp2p.pubsub.PubsubMessage;
import io.peertap.api.Gossip;
import io.peertap.api.GossipAction;
import io.peertap.api.GossipStatus;
import io.peertap.api.Telemetry;
import io.peertap.api.Validation;
import java.util.concurrent.CompletableFuture;
import net.bytebuddy.asm.Advice;

/**
 * Messages of gossip topics. Each copy that arrives is received once, as new or as a duplicate; each
 * new one is judged once. All on the router's own thread.
 */
final class GossipAdvice {

  private static final Gossip GOSSIP = Telemetry.current().gossip();

  private GossipAdvice() {}

  /** A message came that was not seen before. */
  public static final class Unseen {
    private Unseen() {}

    /** Before it is validated. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyUnseen(
        @Advice.This Object router, @Advice.Argument(1) PubsubMessage message) {
      GOSSIP.message(GossipAction.RECEIVE, GossipStatus.OK, Topics.of(message));
      Echoes.of(router).began(message.getMessageId());
    }
  }

  /** A message came again. */
  public static final class Seen {
    private Seen() {}

    /** Before it is forgotten. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifySeen(
        @Advice.This Object router, @Advice.Argument(1) PubsubMessage message) {
      String topic = Topics.of(message);
      GOSSIP.message(GossipAction.RECEIVE, GossipStatus.DUPLICATE, topic);
      long nanos = Echoes.of(router).returned(message.getMessageId());
      if (nanos >= 0) {
        GOSSIP.propagated(topic, nanos);
      }
    }
  }

  /** The router or the application found a message valid. */
  public static final class Valid {
    private Valid() {}

    /** Before it is passed on. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyValid(@Advice.Argument(1) PubsubMessage message) {
      GOSSIP.validated(Validation.ACCEPT, Topics.of(message));
    }
  }

  /** The router or the application found a message invalid. */
  public static final class Invalid {
    private Invalid() {}

    /** Before its sender is blamed. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void notifyInvalid(@Advice.Argument(1) PubsubMessage message) {
      GOSSIP.validated(Validation.REJECT, Topics.of(message));
    }
  }

  /** This node is about to publish a message. */
  public static final class Publishing {
    private Publishing() {}

    /** Before the first copy leaves. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void broadcast(
        @Advice.This Object router, @Advice.Argument(0) PubsubMessage message) {
      Echoes.of(Echoes.listener(router)).began(message.getMessageId());
    }
  }

  /** A copy of a message is queued for a peer. */
  public static final class Copied {
    private Copied() {}

    /** With the future of its being written. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void submit(
        @Advice.Return CompletableFuture<?> written, @Advice.Argument(1) PubsubMessage message) {
      if (!PublishTap.isOwn(message)) {
        String topic = Topics.of(message);
        Ends.of(
            written,
            (done, failure) -> GOSSIP.message(GossipAction.FORWARD, status(failure), topic));
      }
    }
  }

  static GossipStatus status(Throwable failure) {
    return failure == null ? GossipStatus.OK : GossipStatus.ERROR;
  }
}
