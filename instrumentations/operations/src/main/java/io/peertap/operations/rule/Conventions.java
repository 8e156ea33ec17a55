package io.peertap.operations.rule;

import io.peertap.api.rule.MethodView;
import io.peertap.api.rule.RuleLine;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The names that are recognised without a rule, as the rules that they stand for. Private methods,
 * getters, setters and what every object has are left out.
 */
public final class Conventions {

  /** The origin of these rules. */
  static final String ORIGIN = "convention";

  private static final String[] TABLE = {
    "operations.wallet_action.methods", "*WalletDispatcher#dispatch*",
    "operations.wallet_action.kind", "arg0.type",
    "operations.wallet_action.rejected(busy)", "throws *Busy*Exception",
    "operations.dkg.methods", "*DkgExecutor#execute*, *DkgExecutor#run*, *DkgExecutor#generate*",
    "operations.dkg.participants", "arg0.size()",
    "events.dkg_validation.methods", "*Dkg*#validate*",
    "events.dkg_validation.when", "called",
    "events.dkg_challenge_submitted.methods", "*Dkg*#submitChallenge*, *Dkg*#challenge*",
    "events.dkg_approval_submitted.methods", "*Dkg*#submitApproval*, *Dkg*#approve*",
    "operations.signing.methods", "*SigningExecutor#sign*",
    "operations.signing.rejected(busy)", "throws *Busy*Exception",
    "operations.coordination.methods",
        "*CoordinationExecutor#coordinate*, *CoordinationExecutor#execute*",
    "events.coordination_window_detected.methods",
        "*Coordination*#onWindow*, *Coordination*#windowDetected*",
    "operations.relay_entry.methods", "*RelayEntry*#generate*",
    "events.relay_entry_timeout_reported.methods", "*RelayEntry*#reportTimeout*",
    "pings.test.methods", "*PingTest#ping*, *Pinger#ping*",
    "gossip.broadcast.publish.methods", "*BroadcastChannel#broadcast*",
    "gossip.broadcast.deliver.methods", "*BroadcastChannel#deliver*",
    "queues.incoming.messages", "*BroadcastChannel#incoming*.size()",
    "queues.handler.messages", "*BroadcastChannel#handler*.size()",
  };

  private Conventions() {}

  /** The table, a rule line each. */
  public static List<RuleLine> lines() {
    List<RuleLine> lines = new ArrayList<>();
    for (int i = 0; i < TABLE.length; i += 2) {
      lines.add(new RuleLine(ORIGIN, TABLE[i], TABLE[i + 1]));
    }
    return lines;
  }

  /** Whether conventions leave a method out. */
  static boolean excludes(MethodView method) {
    String name = method.name();
    return Modifier.isPrivate(method.access())
        || isAccessor(name, "get")
        || isAccessor(name, "set")
        || isAccessor(name, "is")
        || isAccessor(name, "has")
        || name.endsWith("Listener")
        || name.equals("toString")
        || name.equals("equals")
        || name.equals("hashCode");
  }

  private static boolean isAccessor(String name, String verb) {
    return name.startsWith(verb)
        && (name.length() == verb.length()
            || name.substring(verb.length(), verb.length() + 1)
                .toUpperCase(Locale.ROOT)
                .equals(name.substring(verb.length(), verb.length() + 1)));
  }
}
