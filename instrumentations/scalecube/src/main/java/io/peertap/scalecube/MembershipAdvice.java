package io.peertap.scalecube;

import io.scalecube.cluster.Member;
import io.scalecube.cluster.membership.MembershipEvent;
import java.util.Collection;
import java.util.Map;
import net.bytebuddy.asm.Advice;

/** The membership protocol of one member; on its scheduler's one thread. */
final class MembershipAdvice {

  private MembershipAdvice() {}

  /** A record of a member has come, by sync, by gossip, or from this member's own detector. */
  public static final class Heard {
    private Heard() {}

    /** Before it is merged. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void updateMembership(
        @Advice.This Object protocol,
        @Advice.Argument(0) Object record,
        @Advice.Argument(1) Object reason,
        @Advice.FieldValue("localMember") Member local,
        @Advice.FieldValue("members") Map<?, ?> members,
        @Advice.FieldValue("seedMembers") Collection<?> seeds) {
      Members.of(protocol, local, members, seeds).heard(record, String.valueOf(reason));
    }
  }

  /** The members have changed. */
  public static final class Changed {
    private Changed() {}

    /** Before the application hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void publishEvent(
        @Advice.This Object protocol,
        @Advice.Argument(0) MembershipEvent event,
        @Advice.FieldValue("localMember") Member local,
        @Advice.FieldValue("members") Map<?, ?> members,
        @Advice.FieldValue("seedMembers") Collection<?> seeds) {
      Members.of(protocol, local, members, seeds).changed(event);
    }
  }

  /** The member leaves. */
  public static final class Stopped {
    private Stopped() {}

    /** Before it forgets the others. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void stop(@Advice.This Object protocol) {
      Members.stopped(protocol);
    }
  }
}
