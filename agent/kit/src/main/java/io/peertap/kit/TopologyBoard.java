package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Query.quantile;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.GossipFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.RelayFamilies;

/** How peers are found, and what the network looks like from here. */
final class TopologyBoard {

  private TopologyBoard() {}

  static Board board() {
    return Board.of(
            "topology",
            "Discovery and topology",
            "How peers are found, and what the network looks like from here.")
        .row(
            "Topology",
            panel(
                "Peer Connectivity Graph",
                Look.GRAPH,
                Unit.RATIO,
                "Every instance with several edges, no island. An edge goes from an instance to a peer"
                    + " and shows its quality; instances that name their peers alike (peers.salt) share"
                    + " the far ends.",
                target(
                    "",
                    chosen(PeerFamilies.CONNECTIVITY)
                        .now()
                        .max("instance", "peer")
                        .where(
                            chosen(PeerFamilies.DISTANCE).now().equalTo(1).max("instance", "peer"),
                            "instance",
                            "peer")
                        .copied("instance", "source")
                        .copied("peer", "target")
                        .joined("instance", "peer", "id"))),
            panel(
                "Cluster Diameter Over Time",
                Look.LINES,
                Unit.COUNT,
                "Small and steady; a lower bound, as far as this node sees. A jump is a network that"
                    + " begins to fall apart.",
                target("hops", chosen(PeerFamilies.DIAMETER).now().max())),
            panel(
                "Peer Churn Rate",
                Look.LINES,
                Unit.COUNT,
                "Connections of an hour: as many opened as closed, and few against those that are"
                    + " open.",
                target(
                    "opened", chosen(ConnectionFamilies.OPENED).increase("1h").sum()),
                target(
                    "closed", chosen(ConnectionFamilies.CLOSED).increase("1h").sum())),
            panel(
                "Gossip Mesh",
                Look.LINES,
                Unit.COUNT,
                "Each topic near the degree that the protocol aims at (6 for gossipsub), at every node. From"
                    + " libp2p.",
                target(
                    "{{topic}} at {{instance}}",
                    chosen(GossipFamilies.MESH_PEERS).now().sum("topic", "instance"))))
        .row(
            "Discovery",
            panel(
                "Discovery Success Rate by Method",
                Look.GAUGE,
                Unit.RATIO,
                "Above 0.9 for each method that you rely on.",
                target(
                    "{{source}}",
                    chosen(PeerFamilies.DISCOVERY_DURATION)
                        .is("outcome", "success")
                        .count()
                        .rate("15m")
                        .sum("source")
                        .over(chosen(PeerFamilies.DISCOVERY_DURATION)
                            .count()
                            .rate("15m")
                            .sum("source")))),
            panel(
                "Peers Known",
                Look.STAT,
                Unit.COUNT,
                "Grows after a start, then holds.",
                target("known", chosen(PeerFamilies.KNOWN).now().sum())),
            panel(
                "Peers Found",
                Look.LINES,
                Unit.PER_SECOND,
                "Many after a start, then few.",
                target("{{source}}", chosen(PeerFamilies.DISCOVERED).rate(NOW).sum("source"))),
            panel(
                "Discovery Duration P95",
                Look.LINES,
                Unit.SECONDS,
                "Steady for each method.",
                target(
                    "{{source}}",
                    quantile(0.95, chosen(PeerFamilies.DISCOVERY_DURATION), NOW, "source"))))
        .row(
            "Relays",
            panel(
                "Relay Circuits",
                Look.LINES,
                Unit.COUNT,
                "0 for nodes with an open port; circuits that stay mean that hole punching or port"
                    + " mapping failed. From libp2p.",
                target("{{direction}}", chosen(RelayFamilies.CIRCUITS).now().sum("direction"))),
            panel(
                "Relayed Bytes",
                Look.LINES,
                Unit.BYTES_PER_SECOND,
                "Little: a relay is for first contact.",
                target("{{direction}}", chosen(RelayFamilies.BYTES).rate(NOW).sum("direction"))));
  }
}
