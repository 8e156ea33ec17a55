package io.peertap.runtime;

import io.peertap.alert.Alert;
import io.peertap.http.Component;
import io.peertap.http.Component.Status;
import io.peertap.metric.Family;
import io.peertap.metric.FamilySnapshot;
import io.peertap.metric.PeerFamilies;
import io.peertap.metric.Point;
import io.peertap.metric.Snapshot;
import io.peertap.weaver.HookState;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the node and the agent in it are, as far as the agent sees. */
final class NodeHealth {

  /** Peers are well if this share of them is. */
  private static final double ENOUGH_HEALTHY = 0.7;

  private final Agent agent;
  private final int minPeers;
  private boolean started;

  NodeHealth(Agent agent) {
    this.agent = agent;
    this.minPeers = agent.config().minPeers();
  }

  /** All that there is to say. */
  List<Component> all() {
    return List.of(hooks(), peers(), alerts());
  }

  /** What decides whether the node is ready; peers are not even counted unless they do. */
  synchronized List<Component> ready() {
    List<Component> components = minPeers == 0 ? List.of(hooks()) : List.of(hooks(), peers());
    started |= components.stream().allMatch(Component::ready);
    return components;
  }

  /** Whether the node has been ready once: a loss of peers later is no new start. */
  synchronized List<Component> started() {
    List<Component> components = ready();
    return started ? List.of() : components;
  }

  /** An agent that sees less does not make the node less ready. */
  private Component hooks() {
    int failed = 0;
    List<HookState> hooks = agent.hooks();
    for (HookState hook : hooks) {
      failed += hook.state() == HookState.State.FAILED ? 1 : 0;
    }
    return new Component(
        "hooks",
        true,
        failed == 0 ? Status.HEALTHY : Status.DEGRADED,
        failed + " of " + hooks.size() + " hooks failed",
        Map.of("failed", (double) failed, "hooks", (double) hooks.size()));
  }

  private Component peers() {
    Snapshot snapshot =
        agent.recorder().metrics().read(Set.of(PeerFamilies.CONNECTED, PeerFamilies.HEALTH));
    double connected = sum(snapshot, PeerFamilies.CONNECTED, "");
    double known = sum(snapshot, PeerFamilies.HEALTH, "");
    double rate = known == 0 ? 1 : sum(snapshot, PeerFamilies.HEALTH, "healthy") / known;
    String message = Math.round(connected) + " peers connected, " + Math.round(rate * 100)
        + " % of the known ones healthy";
    boolean enough = connected >= minPeers;
    if (!enough) {
      message += ", min.peers is " + minPeers;
    }
    Status status = Status.HEALTHY;
    if (minPeers > 0 && connected == 0) {
      status = Status.UNHEALTHY;
    } else if (!enough || connected == 0 || rate < ENOUGH_HEALTHY) {
      status = Status.DEGRADED;
    }
    return new Component(
        "peers",
        enough,
        status,
        message,
        Map.of("peer_count", connected, "min_peers", (double) minPeers, "health_rate", rate));
  }

  private Component alerts() {
    long firing = 0;
    Alerting alerting = agent.alerts();
    if (alerting != null) {
      for (Alert alert : alerting.list()) {
        firing += alert.state() == Alert.State.FIRING ? 1 : 0;
      }
    }
    return new Component(
        "alerts",
        true,
        firing == 0 ? Status.HEALTHY : Status.DEGRADED,
        firing + " alerts are firing",
        Map.of("firing", (double) firing));
  }

  private static double sum(Snapshot snapshot, Family of, String firstLabel) {
    FamilySnapshot family = snapshot.family(of.name());
    double sum = 0;
    if (family != null) {
      for (Point point : family.points()) {
        boolean wanted = firstLabel.isEmpty() || point.labels().values().get(0).equals(firstLabel);
        sum += wanted ? ((Point.Value) point).value() : 0;
      }
    }
    return sum;
  }
}
