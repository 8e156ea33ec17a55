package io.peertap.alert;

import static io.peertap.alert.BuiltInRules.minutes;
import static io.peertap.alert.BuiltInRules.percent;
import static io.peertap.alert.BuiltInRules.rule;
import static io.peertap.alert.Expression.increase;
import static io.peertap.alert.Expression.max;
import static io.peertap.alert.Expression.now;
import static io.peertap.alert.Expression.rate;
import static io.peertap.alert.Expression.sum;
import static io.peertap.alert.Severity.CRITICAL;
import static io.peertap.alert.Severity.WARNING;

import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.PoolFamilies;
import java.util.ArrayList;
import java.util.List;

/** Connections and peers. */
final class NetworkRules {

  private static final Selector ATTEMPTS = Selector.all(ConnectionFamilies.ATTEMPTS);
  private static final Selector FAILED = ATTEMPTS.like("outcome", "failure|timeout");

  /** The pool that is none: most channels are busy in a healthy network, and nobody waits for one. */
  private static final String ALL_CHANNELS = "default";

  private NetworkRules() {}

  static List<Rule> all(Thresholds thresholds) {
    List<Rule> rules = new ArrayList<>(connections(thresholds));
    rules.addAll(peers(thresholds));
    return rules;
  }

  private static List<Rule> connections(Thresholds thresholds) {
    return List.of(
        rule(
            "P2pHighConnectionFailureRate",
            CRITICAL,
            5,
            sum(rate(FAILED, minutes(5)))
                .per(sum(rate(ATTEMPTS.without("outcome", "cancelled"), minutes(5))))
                .above(0.5)
                .and(sum(rate(ATTEMPTS, minutes(5))).above(0.02)),
            "More than half of the connection attempts fail",
            "Of the attempts to connect within five minutes more than half failed or ran into a"
                + " timeout, at more than one attempt in 50 seconds.",
            "Look at peertap_connection_errors_total by phase and reason: refused means that nobody"
                + " listens, timeout that packets get lost or a firewall drops them, dns that names do"
                + " not resolve, tls and protocol that versions or keys do not fit. /api/v1/peers names"
                + " the peers."),
        rule(
            "HighConnectionFailures",
            WARNING,
            0,
            sum(increase(FAILED, minutes(10))).above(thresholds.connectionFailures()),
            "More than " + thresholds.connectionFailures() + " connection failures in 10 minutes",
            "More attempts to connect than usual failed or ran into a timeout, whatever their share.",
            "Look at peertap_connection_errors_total by phase and reason. A node that keeps trying peers"
                + " that are gone shows refused or timeout at a steady rate: clean its address book. The"
                + " option alerts.failures sets the limit."),
        rule(
            "P2pAllConnectionsFailed",
            CRITICAL,
            2,
            sum(now(Selector.all(ConnectionFamilies.CONNECTIONS).where("state", "connected")))
                .equalTo(0)
                .and(sum(rate(ATTEMPTS, minutes(5))).above(0)),
            "No connection although attempts are made",
            "The node tries to connect and has not one connection: it is cut off.",
            "Check the network of the host, its firewall and the listening port; then the reasons in"
                + " peertap_connection_errors_total. If other nodes say the same, look for what they"
                + " share: a bootstrap node, a DNS name, a release."),
        rule(
            "P2pConnectionPoolExhausted",
            WARNING,
            5,
            max(now(Selector.all(PoolFamilies.UTILIZATION).without("pool", ALL_CHANNELS)), "pool")
                .above(0.9),
            "Connection pool above 90 %",
            "Nearly all connections of the pool are in use; callers begin to wait.",
            "Look at peertap_pool_acquire_duration_seconds: if callers wait, raise the pool's size or find"
                + " out who keeps its connections."),
        rule(
            "P2pCircuitBreakerOpen",
            CRITICAL,
            2,
            sum(now(Selector.all(ConnectionFamilies.BREAKERS).where("state", "open")))
                .above(0),
            "{{ $value }} circuit breakers open",
            "The application has stopped calling peers because calls to them failed too often.",
            "peertap_peer_circuit_breakers{state=\"open\"} names the peers (peers.families=all). Find out"
                + " why calls to them fail; breakers close by themselves when the peers answer again."));
  }

  private static List<Rule> peers(Thresholds thresholds) {
    return List.of(
        rule(
            "P2pPeerDisconnected",
            CRITICAL,
            5,
            sum(now(Selector.all(PeerFamilies.CONNECTED))).below(2),
            "Fewer than 2 connected peers",
            "The node has one peer or none: it is about to be cut off, or it is.",
            "If attempts fail, go on as for P2pHighConnectionFailureRate. If none are made, look at"
                + " discovery: peertap_peers_discovered_total and peertap_discovery_failures_total. If no"
                + " connection comes in, the listening port is likely closed."),
        rule(
            "UnhealthyPeers",
            WARNING,
            5,
            sum(now(Selector.all(PeerFamilies.HEALTH).where("health", "unhealthy")))
                .per(sum(now(Selector.all(PeerFamilies.HEALTH))))
                .above(thresholds.unhealthyPeers()),
            "More than " + percent(thresholds.unhealthyPeers())
                + " of the known peers are unhealthy",
            "Many peers answer late, lose packets or refuse connections.",
            "/api/v1/peers shows the quality of each peer and what it consists of. One slow peer is its"
                + " own problem; many at once are this node's network. The option alerts.unhealthy sets"
                + " the limit."),
        rule(
            "P2pPeerChurn",
            WARNING,
            15,
            sum(rate(Selector.all(ConnectionFamilies.OPENED), minutes(10)))
                .plus(sum(rate(Selector.all(ConnectionFamilies.CLOSED), minutes(10))))
                .above(0.5),
            "Peers come and go at more than 0.5/s",
            "Connections are opened and closed all the time; handshakes cost more than messages.",
            "peertap_connections_closed_total by reason says who closes: local means this node's limits"
                + " (too many peers, idle), remote the others', reset and timeout the network."),
        rule(
            "P2pDiscoveryFailures",
            WARNING,
            10,
            sum(rate(Selector.all(PeerFamilies.DISCOVERY_FAILURES), minutes(5)))
                .per(sum(rate(
                    Selector.all(PeerFamilies.DISCOVERY_DURATION, Selector.Part.COUNT),
                    minutes(5))))
                .above(0.25),
            "More than a quarter of the discovery rounds fail",
            "The node does not find new peers; it lives on those that it knows.",
            "peertap_discovery_failures_total by source and reason says which discovery fails: for dns check"
                + " the resolver and the seed names, for others the bootstrap nodes."),
        rule(
            "P2pTargetDown",
            CRITICAL,
            2,
            BuiltInRules.silent(),
            "The node or its agent is not scraped",
            "Prometheus gets no numbers, so that all other rules are silent.",
            "Check whether the process runs and whether /livez answers on the agent's port from where"
                + " Prometheus is; then token and host of the agent against Prometheus' scrape"
                + " configuration."));
  }
}
