package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** Circuits through relays. */
public final class RelayFamilies {

  /** Open now. */
  public static final Family CIRCUITS =
      gauge("relay_circuits", "Open relay circuits.").labels("direction").build();

  /** Carried. */
  public static final Family BYTES = counter("relayed_bytes", "Bytes carried over relay circuits.")
      .unit("bytes")
      .labels("direction")
      .build();

  /** Circuits that this node carried for others. */
  public static final Family CONNECTIONS = counter(
          "relay_connections",
          "Connections relayed for others by this node, as they are opened and closed.")
      .labels("action")
      .build();

  /** How long this node carried them. */
  public static final Family DURATION = histogram(
          "relay_connection_duration_seconds",
          "Lifetime of a connection relayed for others, observed when it closes.",
          Buckets.LIFETIME)
      .unit("seconds")
      .build();

  /** What relays answered. */
  public static final Family REQUESTS = counter(
          "relay_requests", "Requests of peers that this node, as a relay, has answered.")
      .labels("request", "status")
      .build();

  static final List<Family> ALL = List.of(CIRCUITS, BYTES, CONNECTIONS, DURATION, REQUESTS);

  private RelayFamilies() {}
}
