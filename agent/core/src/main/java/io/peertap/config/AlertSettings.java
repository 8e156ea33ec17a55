package io.peertap.config;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Alerts, and who hears of them.
 *
 * @param enabled whether the agent evaluates rules at all
 * @param interval between two evaluations
 * @param rules a file with rules of the user's own, or null
 * @param disabled names of built-in rules that are left out
 * @param cpu share of all processors
 * @param memoryBytes resident memory
 * @param unhealthyPeers share of the known peers
 * @param connectionFailures within ten minutes
 * @param alertmanagers addresses
 * @param webhook an address, or null
 * @param token sent along, or null
 * @param resend how often receivers hear of an alert that goes on
 * @param labels name=value each
 */
public record AlertSettings(
    boolean enabled,
    Duration interval,
    Path rules,
    List<String> disabled,
    double cpu,
    long memoryBytes,
    double unhealthyPeers,
    int connectionFailures,
    List<String> alertmanagers,
    String webhook,
    String token,
    Duration resend,
    List<String> labels) {

  /** Keeps its own copies. */
  public AlertSettings {
    disabled = List.copyOf(disabled);
    alertmanagers = List.copyOf(alertmanagers);
    labels = List.copyOf(labels);
  }

  /** Whether the user has said more than numbers: what may be wrong beyond its range. */
  public boolean told() {
    return rules != null
        || webhook != null
        || !disabled.isEmpty()
        || !alertmanagers.isEmpty()
        || !labels.isEmpty();
  }

  /**
   * All that the rules file says.
   *
   * @throws IOException if it cannot be read; the message says why
   */
  public String rulesText() throws IOException {
    return ConfigFile.strictText(rules);
  }

  /** Without secrets. */
  @Override
  public String toString() {
    return "alerts every " + interval;
  }
}
