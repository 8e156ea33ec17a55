package io.peertap.runtime;

import io.peertap.alert.Alert;
import io.peertap.alert.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What {@code /api/v1/alerts} shows. */
record AlertModel(boolean enabled, List<Now> alerts, List<Told> rules) {

  /** One alert; times are in UTC. */
  private record Now(
      String alert,
      String severity,
      String state,
      Map<String, String> labels,
      double value,
      String activeAt,
      String firedAt,
      String summary,
      String description,
      String runbook) {}

  /** One rule; times are in seconds. */
  private record Told(
      String alert,
      String severity,
      String expr,
      long forSeconds,
      long keepFiringForSeconds,
      String summary,
      String runbook) {}

  /** Of an alert manager, or of none. */
  static AlertModel of(Alerting alerting) {
    if (alerting == null) {
      return new AlertModel(false, List.of(), List.of());
    }
    List<Now> alerts = new ArrayList<>();
    for (Alert alert : alerting.list()) {
      alerts.add(now(alert));
    }
    List<Told> rules = new ArrayList<>();
    for (Rule rule : alerting.rules()) {
      rules.add(told(rule));
    }
    return new AlertModel(true, alerts, rules);
  }

  private static Now now(Alert alert) {
    return new Now(
        alert.rule().name(),
        alert.rule().severity().label(),
        alert.state().name().toLowerCase(Locale.ROOT),
        new TreeMap<>(alert.labels()),
        alert.value(),
        text(alert.activeAt()),
        text(alert.firedAt()),
        alert.summary(),
        alert.description(),
        alert.runbook());
  }

  private static Told told(Rule rule) {
    return new Told(
        rule.name(),
        rule.severity().label(),
        rule.condition().toString(),
        rule.hold().toSeconds(),
        rule.keep().toSeconds(),
        rule.summary(),
        rule.runbook());
  }

  private static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
