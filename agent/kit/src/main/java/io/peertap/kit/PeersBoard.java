package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;

/** Who is there, and what each of them carries. */
final class PeersBoard {

  private PeersBoard() {}

  static Board board() {
    return Board.of("peers", "Peers", "Who is there, and what each of them carries.")
        .row(
            "Who",
            panel(
                "Peers",
                Look.STAT,
                Unit.COUNT,
                "Connected stays above what the protocol needs; known may be far more.",
                target("connected", chosen(PeerFamilies.CONNECTED).now().sum()),
                target("known", chosen(PeerFamilies.KNOWN).now().sum())),
            panel(
                "Connected Peers by Client",
                Look.PIE,
                Unit.COUNT,
                "A mix as the network has it; no sudden loss of one client after its release.",
                target("{{agent}}", chosen(PeerFamilies.BY_AGENT).now().sum("agent"))),
            byHealth(),
            panel(
                "Connection Quality by Peer",
                Look.LINES,
                Unit.RATIO,
                "Above 0.7. The option health.healthy draws that line.",
                target("{{peer}}", chosen(PeerFamilies.CONNECTIVITY).now().max("peer"))),
            panel(
                "Latest Ping by Peer",
                Look.LINES,
                Unit.SECONDS,
                "Steady for each peer, as its distance demands.",
                target("{{peer}}", chosen(PeerFamilies.PING).now().max("peer"))))
        .row(
            "Traffic",
            panel(
                "Bandwidth Usage per Peer: Sent",
                Look.STACKED_BARS,
                Unit.BYTES_PER_SECOND,
                "Spread as the protocol spreads it; no peer takes all.",
                target(
                    "{{peer}}", chosen(TrafficFamilies.SENT.mirror()).rate(NOW).sum("peer"))),
            panel(
                "Bandwidth Usage per Peer: Received",
                Look.STACKED_BARS,
                Unit.BYTES_PER_SECOND,
                "Spread as the protocol spreads it; a peer that stands out may flood this node.",
                target(
                    "{{peer}}",
                    chosen(TrafficFamilies.RECEIVED.mirror()).rate(NOW).sum("peer"))),
            panel(
                "Top 10 Peers by Traffic",
                Look.TABLE,
                Unit.BYTES,
                "Bytes of an hour, both ways: the peers you expect, within one order of magnitude.",
                target(
                    "",
                    chosen(TrafficFamilies.SENT.mirror())
                        .named()
                        .increase("1h")
                        .sum("peer")
                        .plus(chosen(TrafficFamilies.RECEIVED.mirror())
                            .named()
                            .increase("1h")
                            .sum("peer"))
                        .top(10))),
            ErrorsBoard.rateByPeer());
  }

  static Panel byHealth() {
    return panel(
        "Peers by Health",
        Look.STACKED,
        Unit.COUNT,
        "Most of them healthy, less than a fifth unhealthy.",
        target("{{health}}", chosen(PeerFamilies.HEALTH).now().sum("health")));
  }
}
