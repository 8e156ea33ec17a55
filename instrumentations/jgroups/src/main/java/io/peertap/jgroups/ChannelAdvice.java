package io.peertap.jgroups;

import net.bytebuddy.asm.Advice;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.util.MessageBatch;

/** The top of a stack: what the application sends and gets. */
final class ChannelAdvice {

  private ChannelAdvice() {}

  /** A message, a batch, or an event comes up. */
  public static final class Up {
    private Up() {}

    /** Before the application gets it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void up(@Advice.This JChannel channel, @Advice.Argument(0) Object what) {
      if (what instanceof Message message) {
        Cluster.delivered(channel, message);
      } else if (what instanceof MessageBatch batch) {
        for (Message message : batch) {
          Cluster.delivered(channel, message);
        }
      } else if (what instanceof Event event && event.getType() == Event.VIEW_CHANGE) {
        Cluster.changed(channel, (View) event.getArg());
      }
    }
  }

  /** A message, or an event, goes down. */
  public static final class Down {
    private Down() {}

    /** Before the protocols see it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void down(@Advice.This JChannel channel, @Advice.Argument(0) Object what) {
      if (what instanceof Message message) {
        if (message.getDest() == null) {
          Cluster.published(channel);
        }
      } else if (what instanceof Event event && event.getType() == Event.DISCONNECT) {
        Cluster.left(channel);
      }
    }
  }
}
