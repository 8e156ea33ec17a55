package io.peertap.config;

import io.peertap.api.rule.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks {@code PEERTAP_*} out of the environment. */
final class Environment {

  private static final String PREFIX = "PEERTAP_";

  private final List<Option> options;
  private final RuleKeys rules;
  private final Problems problems;
  private final Map<String, String> values = new HashMap<>();

  private Environment(List<Option> options, RuleKeys rules, Problems problems) {
    this.options = options;
    this.rules = rules;
    this.problems = problems;
  }

  /** Values by option key. */
  static Map<String, String> read(
      Map<String, String> variables, List<Option> options, RuleKeys rules, Problems problems) {
    Environment environment = new Environment(options, rules, problems);
    for (String variable : variables.keySet()) { // The JVM's entries are more classes to load.
      if (variable.startsWith(PREFIX)) {
        environment.take(variable, variables.get(variable).trim());
      }
    }
    return environment.values;
  }

  private void take(String name, String value) {
    if (serviceLink(name, value)) {
      return;
    }
    for (Option option : options) {
      if (option.variable().equals(name)) {
        put(option, value);
        return;
      }
    }
    if (rules.looksLikeRule(name, PREFIX)) {
      problems.add(
          "environment variable " + name + " is ignored: upper case and underscores cannot"
              + " spell a rule; write it into a file and name that, PEERTAP_RULES=<file> or rules=<file>");
    } else {
      problems.unknown("environment variable", name, Nearest.of(name, names()));
    }
  }

  /** An empty variable is an unset one, except that an empty secret must not pass for none. */
  private void put(Option option, String value) {
    if (!value.isEmpty() || option.secret() || option == Options.TOKEN_FILE) {
      values.put(option.key(), value);
    }
  }

  /** Kubernetes sets such variables in every pod next to a Service named peertap or peertap-something. */
  private static boolean serviceLink(String name, String value) {
    return name.endsWith("_SERVICE_HOST")
        || name.endsWith("_SERVICE_PORT")
        || name.contains("_SERVICE_PORT_")
        || name.contains("_TCP_")
        || name.contains("_UDP_")
        || name.contains("_SCTP_")
        || value.startsWith("tcp://")
        || value.startsWith("udp://")
        || value.startsWith("sctp://");
  }

  private List<String> names() {
    List<String> names = new ArrayList<>(options.size());
    for (Option option : options) {
      names.add(option.variable());
    }
    return names;
  }
}
