package io.peertap.alert;

import java.time.Duration;

/**
 * One alert rule.
 *
 * @param name the alert's name, as Alertmanager shows it
 * @param condition where it has a value, there is something wrong
 * @param hold how long that must last before the alert fires
 * @param keep how long the condition must be gone before a firing alert is resolved
 * @param summary one line; {@code {{ $value }}} and {@code {{ $labels.x }}} stand for what they say
 * @param description what it means, and what it may come from
 * @param runbook what to look at and what to do
 */
public record Rule(
    String name,
    Expression condition,
    Duration hold,
    Duration keep,
    Severity severity,
    String summary,
    String description,
    String runbook) {

  /** Whether only Prometheus can tell, because it is about what Prometheus sees of the node. */
  public boolean prometheusOnly() {
    return Uses.of(condition).stream().anyMatch(selector -> selector.family() == Scraped.UP);
  }
}
