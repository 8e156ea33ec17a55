package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** Connections: how many, how they began, how they ended. */
public final class ConnectionFamilies {

  /** Open now, by state. */
  public static final Family CONNECTIONS = gauge(
          "connections", "Connections open now, by state (connecting, connected, disconnecting).")
      .labels("state", "direction", "transport")
      .zero("connected", "inbound", "tcp")
      .zero("connected", "outbound", "tcp")
      .build();

  /** Reached connected. */
  public static final Family OPENED = counter(
          "connections_opened", "Connections that reached the connected state.")
      .labels("direction", "transport", "security", "muxer", "ip_version")
      .basicMirror("direction")
      .zero("inbound", "tcp", "none", "none", "ip4")
      .zero("outbound", "tcp", "none", "none", "ip4")
      .build();

  /** Left connected. */
  public static final Family CLOSED = counter(
          "connections_closed", "Connections that left the connected state.")
      .labels("direction", "transport", "security", "muxer", "ip_version", "reason")
      .basicMirror("direction", "reason")
      .zero("inbound", "tcp", "none", "none", "ip4", "local")
      .zero("inbound", "tcp", "none", "none", "ip4", "remote")
      .zero("outbound", "tcp", "none", "none", "ip4", "local")
      .zero("outbound", "tcp", "none", "none", "ip4", "remote")
      .build();

  /** Attempts that ended. */
  public static final Family ATTEMPTS = counter(
          "connection_attempts",
          "Connection attempts that ended, by outcome (success, failure, timeout, cancelled).")
      .labels("direction", "transport", "outcome")
      .basicMirror("outcome")
      .zero("outbound", "tcp", "success")
      .zero("outbound", "tcp", "failure")
      .zero("outbound", "tcp", "timeout")
      .zero("outbound", "tcp", "cancelled")
      .build();

  /** Errors, by phase and reason. */
  public static final Family ERRORS = counter(
          "connection_errors",
          "Errors on connections and attempts, by phase (resolve, connect, secure, negotiate,"
              + " read, write) and reason.")
      .labels("phase", "direction", "transport", "reason")
      .basicMirror("phase", "reason")
      .zero("connect", "outbound", "tcp", "refused")
      .zero("connect", "outbound", "tcp", "timeout")
      .build();

  /** Steps of the state machine. */
  public static final Family TRANSITIONS = counter(
          "connection_state_transitions",
          "Connection state changes (disconnected, connecting, connected, disconnecting,"
              + " failed).")
      .labels("from_state", "to_state")
      .mirror("from_state", "to_state")
      .build();

  /** Lifetimes. */
  public static final Family DURATION = histogram(
          "connection_duration_seconds",
          "Lifetime of a connection, observed when it closes.",
          Buckets.LIFETIME)
      .unit("seconds")
      .labels("direction", "transport")
      .mirror()
      .build();

  /** Dials. */
  public static final Family DIAL_DURATION = histogram(
          "dial_duration_seconds",
          "Time from the start of an outbound connect to its result.",
          Buckets.SHORT)
      .unit("seconds")
      .labels("transport", "outcome")
      .build();

  /** Handshakes. */
  public static final Family HANDSHAKE_DURATION = histogram(
          "handshake_duration_seconds",
          "Time from transport connected to secure channel and muxer ready.",
          Buckets.NETWORK)
      .unit("seconds")
      .labels("direction", "transport", "security", "outcome")
      .mirror()
      .build();

  /** Identities. */
  public static final Family KEY_TYPES = counter(
          "connection_key_types",
          "Connections whose remote side proved its identity, by its key's type (rsa, ed25519,"
              + " secp256k1, ecdsa, other).")
      .labels("direction", "key_type")
      .build();

  /** Circuit breakers. */
  public static final Family BREAKERS = gauge(
          "circuit_breakers", "Circuit breakers by state (closed, open, half_open).")
      .labels("state")
      .mirror("state")
      .zero("open")
      .build();

  /** What circuit breakers count. */
  public static final Family BREAKER_FAILURES = counter(
          "circuit_breaker_failures", "Failures counted by circuit breakers.")
      .mirror()
      .build();

  static final List<Family> ALL = List.of(
      CONNECTIONS,
      OPENED,
      CLOSED,
      ATTEMPTS,
      ERRORS,
      TRANSITIONS,
      DURATION,
      DIAL_DURATION,
      HANDSHAKE_DURATION,
      KEY_TYPES,
      BREAKERS,
      BREAKER_FAILURES);

  private ConnectionFamilies() {}
}
