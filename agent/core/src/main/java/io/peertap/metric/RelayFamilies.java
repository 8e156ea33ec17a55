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

  /** Why this node refused. */
  public static final Family REJECTIONS = counter(
          "relay_rejections", "Requests of peers that this node, as a relay, has refused.")
      .labels("request", "reason")
      .build();

  /** Promises of relays. */
  public static final Family RESERVATIONS = counter(
          "relay_reservations",
          "Reservations of relays, made by this node for others (inbound) or by others for it"
              + " (outbound), as they are opened, renewed and closed.")
      .labels("direction", "action")
      .build();

  /** Whether others may ask. */
  public static final Family SERVICE =
      gauge("relay_service", "1 while this node offers to be a relay.").build();

  /** Whether this node asks. */
  public static final Family SEARCH =
      gauge("autorelay_active", "1 while this node looks for relays.").build();

  /** How many it asks for. */
  public static final Family WANTED = gauge(
          "autorelay_desired_reservations", "Reservations that this node wants of relays.")
      .build();

  /** What it is told. */
  public static final Family ASKED = counter(
          "autorelay_requests",
          "Requests of this node for a reservation, new or to refresh one, by the relay's answer.")
      .labels("request", "outcome")
      .build();

  static final List<Family> ALL = List.of(
      CIRCUITS,
      BYTES,
      CONNECTIONS,
      DURATION,
      REQUESTS,
      REJECTIONS,
      RESERVATIONS,
      SERVICE,
      SEARCH,
      WANTED,
      ASKED);

  private RelayFamilies() {}
}
