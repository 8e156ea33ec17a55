package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** What peers synchronise with each other. */
public final class ResourceFamilies {

  /** From begin to end. */
  public static final Family DURATION = histogram(
          "resource_sync_duration_seconds", "Duration of a resource synchronisation.", Buckets.WORK)
      .unit("seconds")
      .labels("resource_type", "outcome")
      .build();

  /** Running. */
  public static final Family ACTIVE = gauge(
          "resource_transfers_active", "Resource transfers running.")
      .labels("resource_type")
      .build();

  /** Payload. */
  public static final Family BYTES = counter(
          "resource_transferred_bytes", "Bytes of resources transferred.")
      .unit("bytes")
      .labels("resource_type")
      .mirror("resource_type")
      .build();

  /** Failed. */
  public static final Family FAILURES = counter(
          "resource_sync_failures", "Resource synchronisations that failed.")
      .labels("resource_type", "reason")
      .mirror("resource_type", "reason")
      .build();

  static final List<Family> ALL = List.of(DURATION, ACTIVE, BYTES, FAILURES);

  private ResourceFamilies() {}
}
