package io.peertap.jgroups;

import io.peertap.api.Detection;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import net.bytebuddy.asm.Advice;
import org.jgroups.Address;

/**
 * A detector of this member suspects others. What detectors of other members found, and whether a
 * second look confirms it, does not count.
 */
final class DetectionAdvice {

  private static final Peers PEERS = Telemetry.current().peers();

  private DetectionAdvice() {}

  /** Nothing came from them in time. */
  public static final class Timeout {
    private Timeout() {}

    /**
     * Before the cluster hears. Whom it suspects already it names again at every look, and once more
     * if a view without them arrives while it looks.
     */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void suspect(
        @Advice.Argument(0) Object suspects,
        @Advice.FieldValue("suspected_mbrs") Set<?> suspected,
        @Advice.FieldValue("members") List<?> view) {
      if (suspects instanceof Collection<?> members) { // A whole host comes again as its members.
        for (Object member : members) {
          if (!suspected.contains(member) && view.contains(member)) { // In this order.
            PEERS.detected(Members.name((Address) member), Detection.TIMEOUT);
          }
        }
      }
    }
  }

  /** The connection that watches over them broke. */
  public static final class Closed {
    private Closed() {}

    /** Before the cluster hears: one member, or in later releases several. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void broadcastSuspectMessage(@Advice.Argument(0) Object suspects) {
      if (suspects instanceof Address member) {
        PEERS.detected(Members.name(member), Detection.CLOSED);
      } else if (suspects instanceof Collection<?> members) {
        for (Object member : members) {
          PEERS.detected(Members.name((Address) member), Detection.CLOSED);
        }
      }
    }
  }
}
