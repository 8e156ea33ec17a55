package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;
import java.util.Map;

/** What the application does: its operations and its events. */
public final class OperationFamilies {

  /** Begun. */
  public static final Family STARTED = counter("operations_started", "Operations begun.")
      .labels("operation", "kind")
      .build();

  /** Ended. */
  public static final Family COMPLETED = counter(
          "operations_completed",
          "Operations ended, by outcome (success, failure, timeout, cancelled).")
      .labels("operation", "kind", "outcome")
      .build();

  /** From begin to end. */
  public static final Family DURATION = histogram(
          "operation_duration_seconds", "Duration of operations.", Buckets.WORK)
      .unit("seconds")
      .labels("operation", "outcome")
      .build();

  /** Running. */
  public static final Family ACTIVE = gauge("operations_active", "Operations running now.")
      .labels("operation", "kind")
      .build();

  /** Refused. */
  public static final Family REJECTED = counter(
          "operations_rejected", "Operations refused before they began (busy, limit, not_ready).")
      .labels("operation", "reason")
      .build();

  /** Who took part. */
  public static final Family PARTICIPANTS = counter(
          "operation_participants",
          "Participants this node contributed to operations (e.g. DKG members).")
      .labels("operation")
      .build();

  /** Numbers that rules take from operations. */
  public static final Family VALUE = histogram(
          "operation_value",
          "A number taken from an operation by rule (an amount, a size, a fee, a member count),"
              + " with the bucket set that the rule names.",
          List.of())
      .labels("operation", "unit")
      .bucketsBy(
          "unit",
          Map.of(
              "duration", Buckets.WORK,
              "bytes", Buckets.BYTES,
              "count", Buckets.COUNT,
              "cost", Buckets.COST))
      .build();

  /** What happens at one moment. */
  public static final Family EVENTS =
      counter("events", "Point events matched by a rule.").labels("event").build();

  /** The same, under a protocol's name. */
  public static final Family PROTOCOL_EVENTS = counter(
          "protocol_events", "Application counters reported under a protocol name.")
      .labels("protocol", "event")
      .build();

  static final List<Family> ALL = List.of(
      STARTED, COMPLETED, DURATION, ACTIVE, REJECTED, PARTICIPANTS, VALUE, EVENTS, PROTOCOL_EVENTS);

  private OperationFamilies() {}
}
