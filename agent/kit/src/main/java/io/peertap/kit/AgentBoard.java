package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.AlertFamilies;
import io.peertap.metric.HttpFamilies;
import io.peertap.metric.ProcessFamilies;
import io.peertap.metric.TrafficFamilies;

/** The process, and the agent in it. */
final class AgentBoard {

  private AgentBoard() {}

  static Board board() {
    return Board.of("agent", "Agent", "The process, and the agent in it.")
        .row(
            "Process",
            panel(
                "CPU",
                Look.LINES,
                Unit.RATIO,
                "Below 0.9 of all processors.",
                target("{{instance}}", chosen(ProcessFamilies.CPU_USAGE).now())),
            panel(
                "Memory",
                Look.LINES,
                Unit.BYTES,
                "Level after the first hours, below the container's limit.",
                target("{{instance}}", chosen(ProcessFamilies.RESIDENT_MEMORY).now())),
            panel(
                "Event Loop Tasks",
                Look.LINES,
                Unit.COUNT,
                "Near 0. Tasks that wait mean that something blocks an event loop.",
                target("{{loop}}", chosen(TrafficFamilies.LOOP_TASKS).now().sum("loop"))),
            panel(
                "HTTP Requests by Code",
                Look.LINES,
                Unit.PER_SECOND,
                "2xx; the agent's own endpoint is among them.",
                target("{{code}}", chosen(HttpFamilies.REQUESTS).rate(NOW).sum("code"))))
        .row(
            "Agent",
            panel(
                "Agents by Version",
                Look.STAT,
                Unit.COUNT,
                "As many as there are nodes, all of one version.",
                target(
                    "{{version}} on Java {{java}}",
                    chosen(AgentFamilies.INFO).now().sum("version", "java"))),
            panel(
                "Errors in Hooks",
                Look.STAT,
                Unit.PER_SECOND,
                "0. The application does not feel them, but numbers may be missing; the agent's log"
                    + " says which hook.",
                target("{{reason}}", chosen(AgentFamilies.ERRORS).rate(NOW).sum("reason"))),
            panel(
                "Hooks by State",
                Look.STACKED,
                Unit.COUNT,
                "None skipped or failed. waiting: the class was not loaded yet.",
                target("{{state}}", chosen(AgentFamilies.HOOKS).now().sum("state"))),
            panel(
                "Collection Time",
                Look.LINES,
                Unit.SECONDS,
                "A few milliseconds.",
                target("{{instance}}", chosen(AgentFamilies.COLLECT_DURATION).now())),
            panel(
                "Series",
                Look.LINES,
                Unit.COUNT,
                "Level. peers.max and peers.families decide how many there are.",
                target("{{instance}}", chosen(AgentFamilies.SERIES).now().sum("instance"))),
            panel(
                "Series by Family",
                Look.TABLE,
                Unit.COUNT,
                "The greatest first. One that outgrows all others has a label with too many values.",
                target("", chosen(AgentFamilies.SERIES).now().sum("family"))),
            panel(
                "Alert Notifications",
                Look.LINES,
                Unit.PER_SECOND,
                "Only delivered. failed ones are tried again, dropped ones were too many. From agents that"
                    + " tell an Alertmanager or a webhook themselves.",
                target(
                    "{{receiver}} {{outcome}}",
                    chosen(AlertFamilies.NOTIFICATIONS).rate(NOW).sum("receiver", "outcome"))),
            panel(
                "Folded Labels",
                Look.LINES,
                Unit.COUNT,
                "0 in an hour. Where not, labels.max is too small for a family, or somebody invents"
                    + " values.",
                target(
                    "{{family}}",
                    chosen(AgentFamilies.LABEL_OVERFLOW).increase("1h").sum("family"))));
  }
}
