package io.peertap.alert;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One alert as it stands: what others are told.
 *
 * @param labels of the series that it is about; empty if it is about the node as a whole
 * @param value what the condition was worth when it last held
 * @param activeAt when the condition began to hold
 * @param firedAt when it had held long enough, or null
 * @param resolvedAt when the condition was gone, or null
 */
public record Alert(
    Rule rule,
    Map<String, String> labels,
    State state,
    double value,
    Instant activeAt,
    Instant firedAt,
    Instant resolvedAt) {

  /** Keeps its own copy of the labels. */
  public Alert {
    labels = Map.copyOf(labels);
  }

  /** What stage an alert is at. */
  public enum State {
    /** The condition holds, not yet long enough. */
    PENDING,
    /** Somebody is to know. */
    FIRING,
    /** It is over. */
    RESOLVED
  }

  /** What it is about and which rule says so, in order: its identity. */
  public Map<String, String> identity() {
    Map<String, String> identity = new TreeMap<>(labels);
    identity.put("alertname", rule.name());
    identity.put("severity", rule.severity().label());
    return identity;
  }

  /** The rule's summary for this alert. */
  public String summary() {
    return filled(rule.summary());
  }

  /** The rule's description for this alert. */
  public String description() {
    return filled(rule.description());
  }

  /** What to do. */
  public String runbook() {
    return filled(rule.runbook());
  }

  private String filled(String text) {
    return Templates.fill(text, labels, value);
  }
}
