package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.AlertFamilies;
import io.peertap.metric.PeerFamilies;

/** Whether all is well, on one screen. */
final class OverviewBoard {

  private OverviewBoard() {}

  static Board board() {
    return Board.of("overview", "Overview", "Whether all is well, on one screen.")
        .row(
            "Now",
            panel(
                "Nodes",
                Look.STAT,
                Unit.COUNT,
                "As many as you run.",
                target("nodes", chosen(AgentFamilies.INFO).now().sum())),
            panel(
                "Connected Peers",
                Look.STAT,
                Unit.COUNT,
                "Level. Below 2 an alert fires.",
                target("{{instance}}", chosen(PeerFamilies.CONNECTED).now().sum("instance"))),
            ConnectionsBoard.successRate(),
            panel(
                "Peers Known",
                Look.STAT,
                Unit.COUNT,
                "Grows after a start, then holds.",
                target("known", chosen(PeerFamilies.KNOWN).now().sum())))
        .row(
            "Network",
            ConnectionsBoard.activeByState(),
            ConnectionsBoard.attemptsPerMinute(),
            PerformanceBoard.bandwidth(),
            PerformanceBoard.rtt(),
            ErrorsBoard.byReason(),
            PeersBoard.byHealth())
        .row(
            "Application",
            OperationsBoard.rate(),
            panel(
                "Alerts of the Agents",
                Look.STACKED,
                Unit.COUNT,
                "None. What the agents' own rules say, with and without Prometheus; /api/v1/alerts tells"
                    + " more.",
                target(
                    "{{alert}} {{state}}",
                    chosen(AlertFamilies.ALERTS).now().sum("alert", "state").above(0))));
  }
}
