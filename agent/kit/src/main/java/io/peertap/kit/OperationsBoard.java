package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Query.quantile;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.OperationFamilies;
import io.peertap.metric.PeerFamilies;

/** What the application does: wallet actions, key generation, signing, coordination, relay entries. */
final class OperationsBoard {

  private OperationsBoard() {}

  static Board board() {
    return Board.of(
            "operations",
            "Operations",
            "What the application does: wallet actions, key generation, signing, coordination, relay"
                + " entries, and whatever a rule names.")
        .row(
            "Outcome",
            rate(),
            panel(
                "Operation Success Ratio",
                Look.GAUGE,
                Unit.RATIO,
                "Above 0.95 for wallet actions, above 0.9 for signing.",
                target(
                    "{{operation}}",
                    chosen(OperationFamilies.COMPLETED)
                        .is("outcome", "success")
                        .rate("30m")
                        .sum("operation")
                        .over(chosen(OperationFamilies.COMPLETED).rate("30m").sum("operation")))),
            panel(
                "Pings",
                Look.STAT,
                Unit.PER_SECOND,
                "Mostly success.",
                target("{{outcome}}", chosen(PeerFamilies.PINGS).rate(NOW).sum("outcome"))))
        .row(
            "Time",
            panel(
                "Operation Duration P50/P95",
                Look.LINES,
                Unit.SECONDS,
                "Steady. Signing below a minute, key generation below five.",
                target(
                    "{{operation}} P50",
                    quantile(0.5, chosen(OperationFamilies.DURATION), "30m", "operation")),
                target(
                    "{{operation}} P95",
                    quantile(0.95, chosen(OperationFamilies.DURATION), "30m", "operation"))),
            panel(
                "Operation Duration Heatmap",
                Look.BUCKETS,
                Unit.COUNT,
                "The same bands day after day.",
                target(
                    "{{le}}",
                    chosen(OperationFamilies.DURATION).buckets().increase(NOW).sum("le"))))
        .row(
            "Load",
            panel(
                "Operations Active",
                Look.STACKED,
                Unit.COUNT,
                "Comes back to 0. A level that never falls is work that never ends:"
                    + " /api/v1/operations shows which.",
                target("{{operation}}", chosen(OperationFamilies.ACTIVE).now().sum("operation"))),
            panel(
                "Operations Rejected",
                Look.LINES,
                Unit.PER_SECOND,
                "Below a twentieth of what is begun. busy: the last action is not over yet.",
                target(
                    "{{operation}} {{reason}}",
                    chosen(OperationFamilies.REJECTED).rate(NOW).sum("operation", "reason"))),
            panel(
                "Participants",
                Look.LINES,
                Unit.PER_SECOND,
                "As many as this node is chosen for.",
                target(
                    "{{operation}}",
                    chosen(OperationFamilies.PARTICIPANTS).rate(NOW).sum("operation"))),
            panel(
                "Events",
                Look.LINES,
                Unit.PER_SECOND,
                "Windows at their rhythm; no challenges, no reported time-outs.",
                target("{{event}}", chosen(OperationFamilies.EVENTS).rate(NOW).sum("event"))));
  }

  static Panel rate() {
    return panel(
        "Operation Rate by Outcome",
        Look.LINES,
        Unit.PER_SECOND,
        "success in every line that moves; failure and timeout at 0.",
        target(
            "{{operation}} {{outcome}}",
            chosen(OperationFamilies.COMPLETED).rate(NOW).sum("operation", "outcome")));
  }
}
