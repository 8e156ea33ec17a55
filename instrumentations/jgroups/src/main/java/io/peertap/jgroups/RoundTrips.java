package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Outcome;
import io.peertap.api.Peers;
import io.peertap.api.Telemetry;
import java.util.Map;
import org.jgroups.Address;
import org.jgroups.util.AverageMinMax;

/**
 * Round-trip tests: each request is a ping, but those of a member to itself. An answer that comes
 * when its test is over is none.
 */
final class RoundTrips {

  private static final Peers PEERS = Telemetry.current().peers();

  /** Who runs a test that is under way. */
  private static final Attached<Address> RUNNING = Telemetry.current().attached();

  private RoundTrips() {}

  static void begun(Object test, Address self) {
    RUNNING.put(test, self);
  }

  static void answered(Object test, Address sender, long nanos) {
    Address self = RUNNING.get(test);
    if (self != null && !self.equals(sender)) {
      PEERS.pinged(Members.name(sender), Outcome.SUCCESS, nanos);
    }
  }

  static void over(Object test, int requests, Map<Address, AverageMinMax> answers) {
    Address self = RUNNING.remove(test);
    answers.forEach((member, answered) -> {
      if (!member.equals(self)) {
        missing(Members.name(member), requests - answered.count());
      }
    });
  }

  private static void missing(String member, int answers) {
    for (int i = 0; i < answers; i++) {
      PEERS.pinged(member, Outcome.TIMEOUT, 0);
    }
  }
}
