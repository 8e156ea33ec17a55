package io.peertap.jgroups;

import io.peertap.api.Attached;
import io.peertap.api.Call;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;
import java.util.Locale;
import org.jgroups.stack.Protocol;

/** Rounds of discovery that somebody waits for: a member that joins. */
final class Rounds {

  private static final Attached<Call> ROUNDS = Telemetry.current().attached();

  private Rounds() {}

  /** The word for where a discovery protocol looks: the common one, or else its own name. */
  static String source(Object discovery) {
    String name = ((Protocol) discovery).getName();
    return switch (name) {
      case "TCPPING" -> "static";
      case "DNS_PING" -> "dns";
      default -> name.toLowerCase(Locale.ROOT);
    };
  }

  /** A round is under way; what it finds comes here. */
  static void began(Object responses, Call round) {
    ROUNDS.put(responses, round);
  }

  /** Nobody waits any longer; told several times. */
  static void over(Object responses) {
    Call round = ROUNDS.remove(responses);
    if (round != null) {
      round.ended(Outcome.SUCCESS, null);
    }
  }
}
