package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;

import java.util.List;

/** What the agent's own alert rules say, and who hears of it. */
public final class AlertFamilies {

  /** Alerts now. */
  public static final Family ALERTS = gauge(
          "alerts", "Alerts that the agent's own rules raise now, by state (pending, firing).")
      .labels("alert", "severity", "state")
      .build();

  /** What became of telling others. */
  public static final Family NOTIFICATIONS = counter(
          "alert_notifications",
          "Alerts sent to a receiver (alertmanager, webhook), by outcome (delivered, failed and tried"
              + " again, dropped).")
      .labels("receiver", "outcome")
      .build();

  static final List<Family> ALL = List.of(ALERTS, NOTIFICATIONS);

  private AlertFamilies() {}
}
