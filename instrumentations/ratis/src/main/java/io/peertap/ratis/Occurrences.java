package io.peertap.ratis;

import io.peertap.api.Event;
import io.peertap.api.Telemetry;
import java.util.Locale;

/** Elections as one server takes part in them. */
final class Elections {

  static final Event STARTED = event("election_started");
  static final Event WON = event("leader_elected");

  private Elections() {}

  /**
   * A round of asking for votes has ended; there are few, so that each may look its event up.
   *
   * @param phase PRE_VOTE or ELECTION
   * @param result Ratis' own word: PASSED, TIMEOUT, REJECTED
   */
  static void ended(String phase, String result) {
    event((phase + '_' + result).toLowerCase(Locale.ROOT)).happened();
  }

  private static Event event(String name) {
    return Telemetry.current().events().event(Raft.PROTOCOL, name);
  }
}
