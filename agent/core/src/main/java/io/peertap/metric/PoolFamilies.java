package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** Pools of connections. */
public final class PoolFamilies {

  /** The set of connected channels, as a pool. */
  public static final Family CONNECTIONS = gauge(
          "pool_connections",
          "Pooled connections by state (active, idle). Without a pool in the application,"
              + " pool=\"default\" is the set of connected channels and idle means no traffic for"
              + " the idle threshold.")
      .labels("pool", "state")
      .build();

  /** How much of the pool is at work. */
  public static final Family UTILIZATION = gauge(
          "pool_utilization_ratio", "Active share of the pooled connections.")
      .unit("ratio")
      .labels("pool")
      .build();

  /** Let go. */
  public static final Family EVICTIONS = counter(
          "pool_evictions", "Connections evicted from the pool (idle, error, capacity).")
      .labels("pool", "reason")
      .build();

  /** Waits. */
  public static final Family ACQUIRE = histogram(
          "pool_acquire_duration_seconds",
          "Time a caller waited for a pooled connection.",
          Buckets.SHORT)
      .unit("seconds")
      .labels("pool", "outcome")
      .build();

  /** Used again. */
  public static final Family REUSES = counter(
          "pool_reuses", "Acquisitions served by an existing connection.")
      .labels("pool")
      .mirror()
      .build();

  static final List<Family> ALL = List.of(CONNECTIONS, UTILIZATION, EVICTIONS, ACQUIRE, REUSES);

  private PoolFamilies() {}
}
