package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.info;

import java.util.List;

/** What the agent says of itself. */
public final class AgentFamilies {

  /** Version. */
  public static final Family INFO = info(
          "agent_info", "Agent version and settings, value 1 (version labels on the info line).")
      .labels("version", "java")
      .build();

  /** Swallowed errors. */
  public static final Family ERRORS = counter(
          "agent_errors", "Errors swallowed inside instrumentation.")
      .labels("reason")
      .zero("advice")
      .build();

  /** Folded labels. */
  public static final Family LABEL_OVERFLOW = counter(
          "agent_label_overflow", "Label values folded into \"other\" by a limiter.")
      .labels("family")
      .build();

  /** Series per family. */
  public static final Family SERIES =
      gauge("agent_series", "Series held per family.").labels("family").build();

  /** Families by type. */
  public static final Family METRIC_FAMILIES = gauge(
          "agent_metric_families", "Metric families registered in the agent.")
      .labels("type")
      .build();

  /** How long collecting takes. */
  public static final Family COLLECT_DURATION = gauge(
          "agent_collect_duration_seconds", "Duration of the last collection.")
      .unit("seconds")
      .build();

  /** Hooks by state. */
  public static final Family HOOKS = gauge(
          "agent_hooks", "Hooks by state (active, waiting, skipped, failed, off).")
      .labels("module", "state")
      .build();

  static final List<Family> ALL =
      List.of(INFO, ERRORS, LABEL_OVERFLOW, SERIES, METRIC_FAMILIES, COLLECT_DURATION, HOOKS);

  private AgentFamilies() {}
}
