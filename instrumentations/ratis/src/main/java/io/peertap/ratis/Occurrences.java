package io.peertap.ratis;

import io.peertap.api.Event;
import io.peertap.api.Telemetry;
import java.util.Locale;

/** What happens to a server, and is no message. */
final class Occurrences {

  static final Event ELECTION_STARTED = event("election_started");
  static final Event LEADER_ELECTED = event("leader_elected");
  static final Event APPEND_TIMEOUT = event("append_timeout");
  static final Event HEARTBEAT_TIMEOUT = event("heartbeat_timeout");
  static final Event SNAPSHOT_STARTED = event("snapshot_started");

  private Occurrences() {}

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
