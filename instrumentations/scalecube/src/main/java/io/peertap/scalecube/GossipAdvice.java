package io.peertap.scalecube;

import io.scalecube.cluster.transport.api.Message;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** The gossip protocol of one member; on its scheduler's one thread. */
final class GossipAdvice {

  private GossipAdvice() {}

  /** This member has something to tell. */
  public static final class Published {
    private Published() {}

    /** Before it is spread. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void createAndPutGossip(@Advice.Argument(0) Message message) {
      Gossips.published(message);
    }
  }

  /** Another member tells something. */
  public static final class Received {
    private Received() {}

    /** Before it is known. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void onGossipRequest(
        @Advice.Argument(0) Message request,
        @Advice.FieldValue("gossips") Map<?, ?> held,
        @Advice.FieldValue("sequenceIdCollectors") Map<?, ?> heard) {
      Gossips.received(request, held, heard);
    }
  }
}
