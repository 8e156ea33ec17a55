package io.peertap.scalecube;

import io.scalecube.cluster.Member;
import io.scalecube.cluster.fdetector.FailureDetectorConfig;
import io.scalecube.cluster.membership.MemberStatus;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;

/** The failure detector of one member; on its scheduler's one thread. */
final class FailureDetectorAdvice {

  private FailureDetectorAdvice() {}

  /** A member is about to ping another. */
  public static final class Round {
    private Round() {}

    /** Before it looks for whom. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void doPing(@Advice.FieldValue("localMember") Member local) {
      Pings.round(Addresses.of(local));
    }
  }

  /** A ping has ended, direct or indirect. */
  public static final class Ended {
    private Ended() {}

    /** Before the membership protocol hears. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void publishPingResult(
        @Advice.Argument(1) Member member,
        @Advice.Argument(2) MemberStatus status,
        @Advice.FieldValue("localMember") Member local,
        @Advice.FieldValue("config") FailureDetectorConfig config) {
      Pings.ended(
          Addresses.of(local),
          Addresses.of(member),
          member.id(),
          status != MemberStatus.SUSPECT,
          nanos(config));
    }
  }

  /** The direct ping has failed; others are asked to ping. */
  public static final class Indirect {
    private Indirect() {}

    /** Before they are asked. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void doPingReq(
        @Advice.Argument(1) Member member,
        @Advice.Argument(2) List<?> others,
        @Advice.Argument(3) String correlationId,
        @Advice.FieldValue("localMember") Member local,
        @Advice.FieldValue("config") FailureDetectorConfig config) {
      Requests.giveUp(correlationId);
      Pings.failed(
          Addresses.of(local), Addresses.of(member), member.id(), others.size(), nanos(config));
    }
  }

  private static long nanos(FailureDetectorConfig config) {
    return TimeUnit.MILLISECONDS.toNanos(config.pingTimeout());
  }
}
