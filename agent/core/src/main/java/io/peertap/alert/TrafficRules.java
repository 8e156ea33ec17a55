package io.peertap.alert;

import static io.peertap.alert.BuiltInRules.minutes;
import static io.peertap.alert.BuiltInRules.rule;
import static io.peertap.alert.Expression.max;
import static io.peertap.alert.Expression.now;
import static io.peertap.alert.Expression.rate;
import static io.peertap.alert.Expression.sum;
import static io.peertap.alert.Severity.WARNING;

import io.peertap.metric.PeerFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.List;

/** Messages, queues, round trips. */
final class TrafficRules {

  private static final Selector QUEUE = Selector.all(TrafficFamilies.QUEUE_MESSAGES);

  private TrafficRules() {}

  static List<Rule> all() {
    return List.of(latency(), buffer(), failures(), pings(), queue("incoming"), queue("handler"));
  }

  private static Rule latency() {
    Selector buckets = Selector.all(TrafficFamilies.RTT, Selector.Part.BUCKET);
    return rule(
        "P2pHighLatency",
        WARNING,
        10,
        new Expression.Quantile(0.95, sum(rate(buckets, minutes(5)), "le")).above(0.1),
        "P95 round-trip time above 100 ms",
        "One round trip in twenty takes longer than 100 ms.",
        "peertap_peer_rtt_seconds and /api/v1/peers show which peers are slow. All of them: this host's"
            + " network or a long pause of its JVM. Some: those peers, or the way to them.");
  }

  private static Rule buffer() {
    Selector ofPeers =
        Selector.all(TrafficFamilies.QUEUE_MESSAGES.mirror()).where("queue", "outbound");
    return rule(
        "P2pMessageBufferHigh",
        WARNING,
        5,
        sum(now(QUEUE.where("queue", "outbound")))
            .above(1000)
            .or(max(now(ofPeers), "peer").above(1000)),
        "More than 1000 messages wait to be sent",
        "The node writes faster than its peers, or one of them, read.",
        "peertap_peer_queue_messages and /api/v1/connections show to whom. If it is one peer, it is slow"
            + " or stuck; if all, look at this host's bandwidth and at peertap_eventloop_pending_tasks.");
  }

  private static Rule failures() {
    return rule(
        "P2pMessageFailures",
        WARNING,
        5,
        sum(rate(Selector.all(TrafficFamilies.MESSAGES_FAILED), minutes(5)))
            .per(sum(rate(Selector.all(TrafficFamilies.MESSAGES_SENT), minutes(5))))
            .above(0.1),
        "More than 10 % of the messages fail",
        "Messages could not be encoded, written, decoded or handled.",
        "peertap_messages_failed_total by type and reason: decode after an upgrade means versions that do"
            + " not fit, write means connections that break, handle an error of the application.");
  }

  private static Rule pings() {
    Selector pings = Selector.all(PeerFamilies.PINGS);
    return rule(
        "PingFailures",
        WARNING,
        10,
        sum(rate(pings.without("outcome", "success"), minutes(15)))
            .per(sum(rate(pings, minutes(15))))
            .above(0.1),
        "More than 10 % of the pings fail",
        "Peers that are connected do not answer, or not in time.",
        "/api/v1/peers shows which peers do not answer. timeout: packets get lost or the peer is busy;"
            + " failure: the peer or the connection has gone.");
  }

  /** Limits are about three quarters of what these queues usually hold. */
  private static Rule queue(String name) {
    boolean incoming = name.equals("incoming");
    int limit = incoming ? 3000 : 400;
    int capacity = incoming ? 4096 : 512;
    String title = incoming ? "Incoming" : "Handler";
    return rule(
        title + "QueueHigh",
        WARNING,
        5,
        max(now(QUEUE.where("queue", name))).above(limit),
        title + " queue above " + limit + " of " + capacity,
        "Messages arrive faster than they are handled; when the queue is full they are dropped.",
        "peertap_messages_dropped_total says whether messages are lost already. Look for what keeps the"
            + " handlers: a slow operation, a lock, too few threads, or one peer that floods.");
  }
}
