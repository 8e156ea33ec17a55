package io.peertap.runtime;

import io.peertap.api.rule.RuleReport;
import io.peertap.config.Setting;
import io.peertap.dialect.Dialects;
import io.peertap.http.HealthRoute;
import io.peertap.http.IndexRoute;
import io.peertap.http.JsonRoute;
import io.peertap.http.MetricsRoute;
import io.peertap.http.ProbeRoute;
import io.peertap.http.Route;
import io.peertap.record.Clock;
import io.peertap.record.OperationView;
import io.peertap.weaver.HookState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The endpoint's paths, and the models behind the JSON ones. */
final class Api {

  private Api() {}

  static List<Route> routes(Agent agent, Dialects dialects) {
    List<Route> routes = new ArrayList<>();
    routes.add(new MetricsRoute(
        new SharedSnapshot(
            agent::snapshot, agent.config().times().scrapeMinInterval(), Clock.SYSTEM),
        dialects));
    routes.add(new JsonRoute(
        "/api/v1/connections",
        "Every connection that is open, in full.",
        () -> agent.records().list()));
    routes.add(new JsonRoute(
        "/api/v1/peers",
        "Every peer that is connected or was a moment ago, its quality and health.",
        () -> agent.records().peerList()));
    routes.add(new JsonRoute(
        "/api/v1/operations",
        "Every rule and what it has chosen, and the operations that run now.",
        () -> operations(agent)));
    routes.add(new JsonRoute(
        "/api/v1/alerts",
        "Alerts that are pending or firing, and every rule with what to do about it.",
        () -> AlertModel.of(agent.alerts())));
    routes.add(new JsonRoute(
        "/api/v1/hooks", "What was recognised, and every hook's state.", () -> hooks(agent)));
    routes.add(new JsonRoute(
        "/api/v1/config", "Every option's value and where it came from.", () -> config(agent)));
    routes.add(ProbeRoute.alive("/-/healthy"));
    routes.add(ProbeRoute.alive("/livez"));
    NodeHealth health = new NodeHealth(agent);
    routes.add(ProbeRoute.ready("/-/ready", "Ready", health::ready));
    routes.add(ProbeRoute.ready("/readyz", "Ready", health::ready));
    routes.add(ProbeRoute.ready("/startupz", "Has been ready once", health::started));
    routes.add(new HealthRoute(health::all, Map.of("agent", agent.version())));
    routes.add(new IndexRoute(routes));
    return routes;
  }

  private static OperationModel operations(Agent agent) {
    return new OperationModel(agent.rules(), agent.records().runningOperations());
  }

  private static HookModel hooks(Agent agent) {
    List<HookRow> rows = new ArrayList<>();
    for (HookState hook : agent.hooks()) {
      rows.add(new HookRow(
          hook.module(),
          hook.prefix(),
          hook.id(),
          hook.state().label(),
          hook.reason(),
          hook.errors()));
    }
    return new HookModel(agent.recognised(), rows);
  }

  private static ConfigModel config(Agent agent) {
    return new ConfigModel(
        agent.version(), agent.config().settings(), agent.problems(), agent.recentLog());
  }

  private record OperationModel(List<RuleReport> rules, List<OperationView> running) {}

  private record HookModel(List<Recognised> recognised, List<HookRow> hooks) {}

  private record HookRow(
      String module, String prefix, String hook, String state, String reason, long errors) {}

  private record ConfigModel(
      String version, List<Setting> options, List<String> problems, List<String> log) {}
}
