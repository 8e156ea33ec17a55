package io.peertap.jgroups;

import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.protocols.TP;
import org.jgroups.util.MessageBatch;

/** The bottom of a stack: what it hears of members, and every message. */
final class TransportAdvice {

  private TransportAdvice() {}

  /** It learns where a member is. */
  public static final class Learn {
    private Learn() {}

    /** The name was learned before. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addPhysicalAddressToCache(
        @Advice.Argument(0) Address member, @Advice.Argument(1) Address physical) {
      Members.learned(member, physical);
    }
  }

  /** A message, or an event, goes down. */
  public static final class Down {
    private Down() {}

    /** Once the message has its sender, and waits to be sent. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void down(
        @Advice.This Object transport, @Advice.Argument(0) Object messageOrEvent) {
      if (messageOrEvent instanceof Message message) {
        Types.sent((TP) transport, message);
      }
    }
  }

  /** A message goes up, also one that never left. */
  public static final class Up {
    private Up() {}

    /** Before the protocols see it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void passMessageUp(
        @Advice.This Object transport, @Advice.Argument(0) Message message) {
      Types.received((TP) transport, message);
    }
  }

  /** A batch of messages goes up. */
  public static final class UpBatch {
    private UpBatch() {}

    /** Before the protocols take theirs out. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void passBatchUp(
        @Advice.This Object transport, @Advice.Argument(0) MessageBatch batch) {
      for (Message message : batch) {
        Types.received((TP) transport, message);
      }
    }
  }
}
