package io.peertap.kit;

import static io.peertap.kit.Series.every;

import io.peertap.alert.Rule;
import io.peertap.alert.RuleGroup;
import io.peertap.alert.Thresholds;
import io.peertap.metric.AgentFamilies;
import io.peertap.metric.ConnectionFamilies;
import io.peertap.metric.Family;
import io.peertap.metric.OperationFamilies;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.PoolFamilies;
import io.peertap.metric.ProcessFamilies;
import io.peertap.metric.TrafficFamilies;
import java.util.ArrayList;
import java.util.List;

/**
 * For every rule what makes it fire. Numbers are: when all is well, when it is not, and at a
 * neighbour that comes close to the limit; counters per minute.
 */
final class RuleTests {

  private static final Series ATTEMPTS =
      every(ConnectionFamilies.ATTEMPTS).is("direction", "outbound").is("transport", "tcp");
  private static final Series SUCCEEDED = ATTEMPTS.is("outcome", "success");
  private static final Series FAILED = ATTEMPTS.is("outcome", "failure");
  private static final Series CONNECTED =
      every(ConnectionFamilies.CONNECTIONS).is("state", "connected");

  private final Thresholds limits;

  private RuleTests(Thresholds limits) {
    this.limits = limits;
  }

  /** One for each rule, in the order of the rules. */
  static List<RuleTest> all(List<RuleGroup> groups, Thresholds limits) {
    RuleTests tests = new RuleTests(limits);
    List<RuleTest> all = new ArrayList<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        all.add(tests.of(rule));
      }
    }
    return all;
  }

  private RuleTest of(Rule rule) {
    RuleTest test = new RuleTest(rule);
    return switch (rule.name()) {
      case "P2pHighConnectionFailureRate" -> test.grows(SUCCEEDED, 6, 6, 6).grows(FAILED, 0, 9, 5);
      case "HighConnectionFailures" ->
        test.grows(
            FAILED, 0, limits.connectionFailures() / 5.0, limits.connectionFailures() / 11.0);
      case "P2pAllConnectionsFailed" -> test.stands(CONNECTED, 3, 0, 1).grows(FAILED, 1, 1, 1);
      case "P2pConnectionPoolExhausted" ->
        test.stands(every(PoolFamilies.UTILIZATION).is("pool", "dials"), 0.5, 0.95, 0.85)
            .stands(every(PoolFamilies.UTILIZATION).is("pool", "default"), 1, 1, 1)
            .label("pool", "dials");
      case "P2pCircuitBreakerOpen" ->
        test.stands(every(ConnectionFamilies.BREAKERS).is("state", "open"), 0, 2, 0)
            .stands(every(ConnectionFamilies.BREAKERS).is("state", "half_open"), 0, 0, 2)
            .value(2);
      case "P2pPeerDisconnected" -> test.stands(every(PeerFamilies.CONNECTED), 5, 1, 2);
      case "UnhealthyPeers" -> unhealthyPeers(test);
      case "P2pPeerChurn" ->
        test.grows(every(ConnectionFamilies.OPENED), 1, 20, 14)
            .grows(every(ConnectionFamilies.CLOSED), 1, 20, 14);
      case "P2pDiscoveryFailures" ->
        test.grows(every(PeerFamilies.DISCOVERY_DURATION).count(), 10, 10, 10)
            .grows(every(PeerFamilies.DISCOVERY_FAILURES), 0, 4, 2);
      case "P2pTargetDown" ->
        test.stands(every(AgentFamilies.INFO), 1, 1, 1).stands(Series.up(), 1, 0, 1);
      case "P2pHighLatency" ->
        test.grows(roundTrips("0.05"), 20, 1, 10)
            .grows(roundTrips("0.1"), 20, 5, 20)
            .grows(roundTrips("0.25"), 20, 20, 20)
            .grows(roundTrips("+Inf"), 20, 20, 20);
      case "P2pMessageBufferHigh" -> test.stands(queue("outbound"), 0, 1001, 1000);
      case "P2pMessageFailures" ->
        test.grows(every(TrafficFamilies.MESSAGES_SENT), 100, 100, 100)
            .grows(every(TrafficFamilies.MESSAGES_FAILED).is("reason", "write"), 0, 11, 9);
      case "PingFailures" ->
        test.grows(every(PeerFamilies.PINGS).is("outcome", "success"), 100, 80, 91)
            .grows(every(PeerFamilies.PINGS).is("outcome", "timeout"), 0, 20, 9);
      case "IncomingQueueHigh" -> test.stands(queue("incoming"), 0, 3001, 3000);
      case "HandlerQueueHigh" -> test.stands(queue("handler"), 0, 401, 400);
      case "SigningFailures" -> failures(test, "signing", 11, 9);
      case "WalletActionFailures" -> failures(test, "wallet_action", 6, 4);
      case "WalletActionsRejected" ->
        test.grows(operation(OperationFamilies.STARTED, "wallet_action"), 100, 100, 100)
            .grows(
                operation(OperationFamilies.REJECTED, "wallet_action").is("reason", "busy"),
                0,
                6,
                4);
      case "CoordinationFailures" ->
        test.grows(
                every(OperationFamilies.EVENTS).is("event", "coordination_window_detected"),
                100,
                100,
                100)
            .grows(completed("coordination", "failure"), 0, 6, 4);
      case "SigningSlow" -> slow(test, "signing", 60);
      case "DkgSlow" -> slow(test, "dkg", 300);
      case "HighCpuUsage" ->
        test.stands(
            every(ProcessFamilies.CPU_USAGE), 0.1, (1 + limits.cpu()) / 2, limits.cpu() * 0.99);
      case "HighMemoryUsage" ->
        test.stands(
            every(ProcessFamilies.RESIDENT_MEMORY),
            limits.memoryBytes() / 2.0,
            limits.memoryBytes() + 1.0,
            (double) limits.memoryBytes());
      case "AgentLabelOverflow" ->
        test.grows(
                every(AgentFamilies.LABEL_OVERFLOW).is("family", "peertap_events_total"), 0, 1, 0)
            .label("family", "peertap_events_total");
      default -> throw new IllegalStateException("no test is declared for " + rule.name());
    };
  }

  /** Of a thousand peers. */
  private RuleTest unhealthyPeers(RuleTest test) {
    double limit = limits.unhealthyPeers() * 1000;
    return test.stands(health("healthy"), 1000, 999 - limit, 1000 - limit)
        .stands(health("unhealthy"), 0, 1 + limit, limit);
  }

  /** Of a hundred in a minute. */
  private static RuleTest failures(RuleTest test, String operation, int ill, int close) {
    return test.grows(completed(operation, "success"), 100, 100 - ill, 100 - close)
        .grows(completed(operation, "timeout"), 0, ill, close);
  }

  /** One in a minute. */
  private static RuleTest slow(RuleTest test, String operation, int limit) {
    Series duration = operation(OperationFamilies.DURATION, operation);
    return test.grows(duration.count(), 1, 1, 1).grows(duration.sum(), 1, limit + 1, limit - 1);
  }

  private static Series roundTrips(String bound) {
    return every(TrafficFamilies.RTT).is("source", "ping").buckets().is("le", bound);
  }

  private static Series health(String health) {
    return every(PeerFamilies.HEALTH).is("health", health);
  }

  private static Series queue(String queue) {
    return every(TrafficFamilies.QUEUE_MESSAGES).is("queue", queue);
  }

  private static Series completed(String operation, String outcome) {
    return operation(OperationFamilies.COMPLETED, operation).is("outcome", outcome);
  }

  private static Series operation(Family family, String operation) {
    return every(family).is("operation", operation);
  }
}
