package io.peertap.jgroups;

import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;
import org.jgroups.protocols.Discovery;
import org.jgroups.protocols.PingData;

/** What discovery finds, and when it is over. */
final class DiscoveryAdvice {

  private static final Peers PEERS = Telemetry.current().peers();

  private DiscoveryAdvice() {}

  /** A member answered, or asked itself. */
  public static final class Found {
    private Found() {}

    /** The member itself may be among those that others know. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void addResponse(
        @Advice.This Object discovery, @Advice.Argument(0) PingData found) {
      Address member = found == null ? null : found.getAddress();
      if (member != null
          && !member.equals(
              ((Discovery) discovery).getProtocolStack().getChannel().address())) {
        PEERS.discovered(Rounds.source(discovery), Members.name(member));
      }
    }
  }

  /** Whoever waited for answers has enough of them, or of waiting. */
  public static final class Over {
    private Over() {}

    /** At the end of the wait. */
    @Advice.OnMethodExit(inline = false, suppress = Throwable.class)
    public static void over(@Advice.This Object responses) {
      Rounds.over(responses);
    }
  }
}
