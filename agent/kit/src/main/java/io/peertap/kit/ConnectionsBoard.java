package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Query.mean;
import static io.peertap.kit.Query.quantile;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.PoolFamilies;

/** How connections begin, last and end. */
final class ConnectionsBoard {

  private ConnectionsBoard() {}

  static Board board() {
    return Board.of("connections", "Connections", "How connections begin, last and end.")
        .row(
            "Connection overview",
            activeByState(),
            successRate(),
            panel(
                "Connections Open",
                Look.STAT,
                Unit.COUNT,
                "As many as the application is configured to keep, both directions above 0.",
                target(
                    "{{direction}}",
                    chosen(ConnectionFamilies.CONNECTIONS).now().sum("direction"))),
            panel(
                "Average Connection Duration",
                Look.LINES,
                Unit.SECONDS,
                "Hours for a settled network; minutes mean churn. Seen when a connection closes: those"
                    + " that are open do not count.",
                target("mean", mean(chosen(ConnectionFamilies.DURATION), NOW)),
                target("median", quantile(0.5, chosen(ConnectionFamilies.DURATION), NOW))),
            attemptsPerMinute())
        .row(
            "Beginnings and ends",
            panel(
                "Dial Duration P95",
                Look.LINES,
                Unit.SECONDS,
                "About one round trip, below 0.5 s across continents. A flat line at a time-out is an"
                    + " address nobody listens at.",
                target(
                    "{{outcome}}",
                    quantile(0.95, chosen(ConnectionFamilies.DIAL_DURATION), NOW, "outcome"))),
            panel(
                "Handshake Duration P95",
                Look.LINES,
                Unit.SECONDS,
                "Two or three round trips. Steady growth means a busy event loop or a slow peer.",
                target(
                    "{{security}}",
                    quantile(
                        0.95, chosen(ConnectionFamilies.HANDSHAKE_DURATION), NOW, "security"))),
            panel(
                "Connections Closed by Reason",
                Look.STACKED,
                Unit.PER_SECOND,
                "Mostly local and remote, next to no reset and no timeout.",
                target("{{reason}}", chosen(ConnectionFamilies.CLOSED).rate(NOW).sum("reason"))),
            panel(
                "State Changes",
                Look.LINES,
                Unit.PER_SECOND,
                "Changes to failed stay near 0, and as many connect as disconnect.",
                target(
                    "{{from_state}} to {{to_state}}",
                    chosen(ConnectionFamilies.TRANSITIONS)
                        .rate(NOW)
                        .sum("from_state", "to_state"))))
        .row(
            "Pools",
            panel(
                "Pool Utilization",
                Look.LINES,
                Unit.RATIO,
                "Below 0.9. A pool at 1 makes its callers wait.",
                target("{{pool}}", chosen(PoolFamilies.UTILIZATION).now().max("pool"))),
            panel(
                "Pooled Connections",
                Look.STACKED,
                Unit.COUNT,
                "Some idle connections in reserve.",
                target(
                    "{{pool}} {{state}}",
                    chosen(PoolFamilies.CONNECTIONS).now().sum("pool", "state"))));
  }

  static Panel activeByState() {
    return panel(
        "Active Connections by State",
        Look.STACKED,
        Unit.COUNT,
        "Nearly all connected, and about as many as an hour ago. Connections that stay connecting wait"
            + " for hosts that do not answer.",
        target("{{state}}", chosen(ConnectionFamilies.CONNECTIONS).now().sum("state")));
  }

  static Panel successRate() {
    return panel(
        "Connection Success Rate",
        Look.GAUGE,
        Unit.RATIO,
        "Above 0.9. Dials that the application gave up do not count.",
        target(
            "success",
            chosen(ConnectionFamilies.ATTEMPTS)
                .is("outcome", "success")
                .rate("5m")
                .sum()
                .over(chosen(ConnectionFamilies.ATTEMPTS)
                    .isNot("outcome", "cancelled")
                    .rate("5m")
                    .sum())));
  }

  static Panel attemptsPerMinute() {
    return panel(
        "Connection Attempts per Minute",
        Look.LINES,
        Unit.PER_MINUTE,
        "Few once the network has settled, and mostly success.",
        target(
            "{{outcome}}",
            chosen(ConnectionFamilies.ATTEMPTS).rate(NOW).sum("outcome").times(60)));
  }
}
