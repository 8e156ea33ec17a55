package io.peertap.alert;

import io.peertap.metric.AgentFamilies;
import io.peertap.metric.Family;
import java.time.Duration;
import java.util.List;

/** The rules that come with the agent, each declared once. */
public final class BuiltInRules {

  /** A condition that comes back within this time has not gone: alerts do not flap. */
  private static final Duration KEEP = Duration.ofMinutes(2);

  private BuiltInRules() {}

  /** All of them, with these limits. */
  public static List<RuleGroup> groups(Thresholds thresholds) {
    return List.of(
        new RuleGroup("peertap-network", NetworkRules.all(thresholds)),
        new RuleGroup("peertap-traffic", TrafficRules.all()),
        new RuleGroup("peertap-operations", OperationRules.all()),
        new RuleGroup("peertap-process", ProcessRules.all(thresholds)));
  }

  /** The families that these rules read, in declaration order of the rules. */
  public static List<Family> families() {
    return groups(Thresholds.DEFAULTS).stream()
        .flatMap(group -> group.rules().stream())
        .flatMap(rule -> Uses.of(rule.condition()).stream())
        .map(Selector::family)
        .filter(family -> family != Scraped.UP)
        .distinct()
        .toList();
  }

  static Rule rule(
      String name,
      Severity severity,
      int holdMinutes,
      Expression condition,
      String summary,
      String description,
      String runbook) {
    return new Rule(
        name,
        condition,
        Duration.ofMinutes(holdMinutes),
        KEEP,
        severity,
        summary,
        description,
        runbook);
  }

  static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }

  /** A share as people say it. */
  static String percent(double share) {
    return Texts.number(Math.round(share * 1e6) / 1e4) + " %";
  }

  /** The node, or its agent, does not answer; here only for those who print it. */
  static Expression silent() {
    return Expression.now(Selector.all(Scraped.UP).like("job", "peertap.*|.*p2p.*"))
        .equalTo(0)
        .or(new Expression.Absent(Selector.all(AgentFamilies.INFO)));
  }
}
