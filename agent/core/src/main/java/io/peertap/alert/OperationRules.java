package io.peertap.alert;

import static io.peertap.alert.BuiltInRules.minutes;
import static io.peertap.alert.BuiltInRules.rule;
import static io.peertap.alert.Expression.rate;
import static io.peertap.alert.Expression.sum;
import static io.peertap.alert.Severity.CRITICAL;
import static io.peertap.alert.Severity.INFO;
import static io.peertap.alert.Severity.WARNING;

import io.peertap.metric.OperationFamilies;
import java.time.Duration;
import java.util.List;

/** What the application does. */
final class OperationRules {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final String OPERATION = "operation";

  private OperationRules() {}

  static List<Rule> all() {
    return List.of(
        failing(
            "SigningFailures",
            "signing",
            minutes(30),
            0.1,
            "More than 10 % of the signing operations fail",
            "Signatures fail or run into their timeout.",
            "Compare outcomes: timeout means members that do not answer, so look at PingFailures and at"
                + " connected peers; failure means that the ceremony itself failed, which the"
                + " application's log explains."),
        failing(
            "WalletActionFailures",
            "wallet_action",
            HOUR,
            0.05,
            "More than 5 % of the wallet actions fail",
            "Actions of wallets begin and do not succeed.",
            "peertap_operations_completed_total by kind and outcome says which actions. They are made of"
                + " signatures: look at SigningFailures first."),
        rejected(),
        coordination(),
        slow("SigningSlow", "signing", "Signing", HOUR, 60),
        slow("DkgSlow", "dkg", "DKG", Duration.ofDays(1), 300));
  }

  private static Rule failing(
      String name,
      String operation,
      Duration window,
      double limit,
      String summary,
      String description,
      String runbook) {
    Selector completed = Selector.all(OperationFamilies.COMPLETED).where(OPERATION, operation);
    return rule(
        name,
        CRITICAL,
        10,
        sum(rate(completed.without("outcome", "success"), window))
            .per(sum(rate(completed, window)))
            .above(limit),
        summary,
        description,
        runbook);
  }

  private static Rule rejected() {
    return rule(
        "WalletActionsRejected",
        WARNING,
        10,
        sum(rate(Selector.all(OperationFamilies.REJECTED).where(OPERATION, "wallet_action"), HOUR))
            .per(sum(rate(
                Selector.all(OperationFamilies.STARTED).where(OPERATION, "wallet_action"), HOUR)))
            .above(0.05),
        "More than 5 % of the wallet actions are rejected",
        "Wallets are asked to act while they are at work, or not ready.",
        "peertap_operations_rejected_total by reason: busy means that an action takes longer than the time"
            + " until the next one, so look at the duration of actions.");
  }

  private static Rule coordination() {
    return rule(
        "CoordinationFailures",
        WARNING,
        10,
        sum(rate(
                Selector.all(OperationFamilies.COMPLETED)
                    .where(OPERATION, "coordination")
                    .without("outcome", "success"),
                Duration.ofHours(6)))
            .per(sum(rate(
                Selector.all(OperationFamilies.EVENTS)
                    .where("event", "coordination_window_detected"),
                Duration.ofHours(6))))
            .above(0.05),
        "Coordination fails in more than 5 % of the windows",
        "Nodes do not agree on what their wallets do next; a window has one procedure per wallet, so the"
            + " share may exceed 1.",
        "A leader that is late or absent fails the whole window: find out whose turn it was, and whether its"
            + " clock and its chain are in step.");
  }

  private static Rule slow(
      String name, String operation, String title, Duration window, int seconds) {
    return rule(
        name,
        INFO,
        10,
        sum(rate(duration(Selector.Part.SUM, operation), window))
            .per(sum(rate(duration(Selector.Part.COUNT, operation), window)))
            .above(seconds),
        title + " takes more than " + seconds + " s on average",
        "It works, and takes long.",
        "peertap_operation_duration_seconds by outcome: if only failures are slow, it is timeouts. Otherwise"
            + " look at round trips, at queues, and at the CPU of the slowest member.");
  }

  private static Selector duration(Selector.Part part, String operation) {
    return Selector.all(OperationFamilies.DURATION, part).where(OPERATION, operation);
  }
}
