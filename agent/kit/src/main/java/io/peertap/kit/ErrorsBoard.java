package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;

/** What goes wrong, with whom, and why. */
final class ErrorsBoard {

  private ErrorsBoard() {}

  static Board board() {
    return Board.of("errors", "Errors", "What goes wrong, with whom, and why.")
        .row(
            "Connections",
            byReason(),
            panel(
                "Connection Errors by Phase",
                Look.LINES,
                Unit.PER_SECOND,
                "Near 0. connect is the network, secure and negotiate are versions and keys, read and"
                    + " write are peers that vanish.",
                target("{{phase}}", chosen(ConnectionFamilies.ERRORS).rate(NOW).sum("phase"))),
            panel(
                "Failed Connection Attempts",
                Look.HEATMAP,
                Unit.COUNT,
                "Empty. A bright line is one peer that cannot be reached; all lines at once are this"
                    + " node's own network.",
                target(
                    "{{peer}}",
                    chosen(ConnectionFamilies.ATTEMPTS.mirror())
                        .isOneOf("outcome", "failure", "timeout")
                        .increase(NOW)
                        .sum("peer"))),
            rateByPeer())
        .row(
            "Circuit breakers",
            panel(
                "Circuit Breaker States",
                Look.STATES,
                Unit.COUNT,
                "All closed. From resilience4j, Failsafe, or a rule for breakers of your own.",
                target(
                    "{{peer}} {{state}}",
                    chosen(ConnectionFamilies.BREAKERS.mirror()).now().equalTo(1))),
            panel(
                "Circuit Breakers by State",
                Look.STACKED,
                Unit.COUNT,
                "None open, and half_open only for moments.",
                target("{{state}}", chosen(ConnectionFamilies.BREAKERS).now().sum("state"))))
        .row(
            "Messages and peers",
            panel(
                "Failed Messages by Reason",
                Look.LINES,
                Unit.PER_SECOND,
                "Near 0; above a tenth of what is sent an alert fires.",
                target(
                    "{{reason}}",
                    chosen(TrafficFamilies.MESSAGES_FAILED).rate(NOW).sum("reason"))),
            panel(
                "Dropped Messages",
                Look.LINES,
                Unit.PER_SECOND,
                "0. Overflow means a queue with a reader that is too slow.",
                target(
                    "{{queue}} {{reason}}",
                    chosen(TrafficFamilies.DROPPED).rate(NOW).sum("queue", "reason"))),
            panel(
                "Peers Given Up",
                Look.LINES,
                Unit.PER_SECOND,
                "0 but for peers that are known to be gone: no address of the peer could be dialled.",
                target("{{reason}}", chosen(PeerFamilies.FAILED).rate(NOW).sum("reason"))),
            panel(
                "Peers Declared Failed",
                Look.LINES,
                Unit.PER_SECOND,
                "0 between restarts. From failure detectors: ScaleCube, JGroups.",
                target("{{reason}}", chosen(PeerFamilies.DETECTIONS).rate(NOW).sum("reason"))));
  }

  static Panel byReason() {
    return panel(
        "Connection Errors by Type",
        Look.LINES,
        Unit.PER_SECOND,
        "Near 0. refused: nobody listens there; timeout: nobody answers; reset: the other side gave"
            + " up.",
        target("{{reason}}", chosen(ConnectionFamilies.ERRORS).rate(NOW).sum("reason")));
  }

  static Panel rateByPeer() {
    return panel(
        "Error Rate by Peer",
        Look.RANKING,
        Unit.PER_SECOND,
        "No bars, or short ones. One long bar is that peer's problem, many are yours.",
        target(
            "{{peer}}",
            chosen(ConnectionFamilies.ERRORS.mirror()).rate("5m").sum("peer").descending()));
  }
}
