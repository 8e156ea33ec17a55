package io.peertap.kit;

import static io.peertap.kit.Panel.panel;
import static io.peertap.kit.Panel.target;
import static io.peertap.kit.Query.NOW;
import static io.peertap.kit.Query.mean;
import static io.peertap.kit.Query.quantile;
import static io.peertap.kit.Series.chosen;

import io.peertap.metric.GossipFamilies;
import io.peertap.metric.StreamFamilies;
import io.peertap.metric.TrafficFamilies;

/** How long things take, and what flows. */
final class PerformanceBoard {

  private PerformanceBoard() {}

  static Board board() {
    return Board.of("performance", "Performance", "How long things take, and what flows.")
        .row(
            "Latency",
            panel(
                "P2P Latency Heatmap",
                Look.BUCKETS,
                Unit.COUNT,
                "One dense band below 100 ms. A second band is a second kind of path: a relay, another"
                    + " continent.",
                target(
                    "{{le}}",
                    chosen(TrafficFamilies.RTT).buckets().increase(NOW).sum("le"))),
            panel(
                "P2P Latency Heatmap by Peer",
                Look.HEATMAP,
                Unit.SECONDS,
                "Even colours: each peer as far away as before.",
                target("{{peer}}", mean(chosen(TrafficFamilies.RTT.mirror()), NOW, "peer"))),
            rtt(),
            panel(
                "Message Latency P95",
                Look.LINES,
                Unit.SECONDS,
                "Close to the round-trip time; what lies above it waited on one of the two sides.",
                target(
                    "{{type}}",
                    quantile(0.95, chosen(TrafficFamilies.MESSAGE_LATENCY), NOW, "type"))))
        .row(
            "Messages",
            panel(
                "Message Size P95",
                Look.LINES,
                Unit.BYTES,
                "Steady for each type.",
                target(
                    "{{type}}", quantile(0.95, chosen(TrafficFamilies.MESSAGE_SIZE), NOW, "type"))),
            panel(
                "Messages Waiting",
                Look.LINES,
                Unit.COUNT,
                "Near 0. A queue that grows is one whose reader is too slow.",
                target("{{queue}}", chosen(TrafficFamilies.QUEUE_MESSAGES).now().sum("queue"))),
            panel(
                "Queue Wait P95",
                Look.LINES,
                Unit.SECONDS,
                "A few milliseconds.",
                target(
                    "{{queue}}", quantile(0.95, chosen(TrafficFamilies.QUEUE_WAIT), NOW, "queue"))),
            panel(
                "Message Volume by Type",
                Look.PIE,
                Unit.COUNT,
                "The shares that the protocol leads you to expect.",
                target(
                    "{{type}}",
                    chosen(TrafficFamilies.MESSAGES_SENT)
                        .increase("$__range")
                        .sum("type")
                        .plus(chosen(TrafficFamilies.MESSAGES_RECEIVED)
                            .increase("$__range")
                            .sum("type")))))
        .row(
            "Streams and gossip",
            panel(
                "Streams by Protocol",
                Look.STACKED,
                Unit.COUNT,
                "In step with the connections; streams that only grow are not closed by somebody."
                    + " From libraries that multiplex: libp2p, QUIC, HTTP/2.",
                target("{{protocol}}", chosen(StreamFamilies.STREAMS).now().sum("protocol"))),
            panel(
                "Gossip Messages by Action and Status",
                Look.LINES,
                Unit.PER_SECOND,
                "Mostly ok, next to nothing invalid. Duplicates are the price of gossip, as many as the"
                    + " mesh is wide.",
                target(
                    "{{action}} {{status}}",
                    chosen(GossipFamilies.MESSAGES).rate(NOW).sum("action", "status"))),
            panel(
                "Gossip Propagation P95",
                Look.LINES,
                Unit.SECONDS,
                "Well below the protocol's heartbeat. From routers that see their own messages come"
                    + " back: libp2p.",
                target("P95", quantile(0.95, chosen(GossipFamilies.PROPAGATION), NOW))));
  }

  static Panel rtt() {
    return panel(
        "Round-Trip Time",
        Look.LINES,
        Unit.SECONDS,
        "Steady, P95 below 0.1 s.",
        target("P50", quantile(0.5, chosen(TrafficFamilies.RTT), NOW)),
        target("P95", quantile(0.95, chosen(TrafficFamilies.RTT), NOW)));
  }

  static Panel bandwidth() {
    return panel(
        "Bandwidth",
        Look.LINES,
        Unit.BYTES_PER_SECOND,
        "In step with what the network does; bytes of sockets, after encryption.",
        target("sent", chosen(TrafficFamilies.SENT).rate(NOW).sum()),
        target("received", chosen(TrafficFamilies.RECEIVED).rate(NOW).sum()));
  }
}
