package io.peertap.metric;

import java.util.List;
import java.util.Map;

/**
 * The values that a label has, for whoever writes them down: rules, dashboards.
 *
 * @param values all values of a closed set; of an open one those with a meaning of their own
 * @param open whether there may be others
 */
public record LabelValues(List<String> values, boolean open) {

  private static final LabelValues ANY = new LabelValues(List.of(), true);
  private static final LabelValues DIRECTION = closed("inbound", "outbound");
  private static final LabelValues STATES =
      closed("disconnected", "connecting", "connected", "disconnecting", "failed");

  /** By family without prefix, where a label's name says too little. */
  private static final Map<String, LabelValues> BY_FAMILY = Map.ofEntries(
      Map.entry("connections:state", closed("connecting", "connected", "disconnecting")),
      Map.entry(
          "connections_closed_total:reason",
          closed(
              "local", "remote", "reset", "timeout", "idle", "tls", "protocol", "lost", "other")),
      Map.entry(
          "connection_errors_total:reason",
          closed(
              "timeout",
              "refused",
              "reset",
              "unreachable",
              "tls",
              "dns",
              "protocol",
              "identity",
              "cancelled",
              "other")),
      Map.entry("circuit_breakers:state", closed("closed", "open", "half_open")),
      Map.entry("pool_connections:state", closed("active", "idle")),
      Map.entry("pool_evictions_total:reason", closed("idle", "error", "capacity")),
      Map.entry(
          "messages_dropped_total:reason",
          closed("overflow", "backpressure", "expired", "filtered", "closed")),
      Map.entry("messages_failed_total:reason", closed("encode", "write", "decode", "handle")),
      Map.entry(
          "streams_closed_total:reason",
          closed("closed", "reset_local", "reset_remote", "connection", "negotiation", "other")),
      Map.entry(
          "stream_negotiation_failures_total:reason",
          closed("unsupported", "timeout", "closed", "other")),
      Map.entry(
          "failure_detections_total:reason", closed("timeout", "suspicion", "closed", "other")),
      Map.entry("rtt_seconds:source", closed("ping", "tcp_info", "quic", "app")),
      Map.entry("gossip_messages_total:action", closed("publish", "forward", "receive", "deliver")),
      Map.entry("gossip_messages_total:status", closed("ok", "duplicate", "invalid", "error")),
      Map.entry("gossip_mesh_changes_total:action", closed("graft", "prune")),
      Map.entry("gossip_validations_total:result", closed("accept", "ignore", "reject")),
      Map.entry("relay_requests_total:status", closed("ok", "rejected", "error")),
      Map.entry("relay_connections_total:action", closed("opened", "closed")),
      Map.entry("relay_reservations_total:action", closed("opened", "renewed", "closed")),
      Map.entry("autorelay_requests_total:request", closed("new", "refresh")),
      Map.entry(
          "autorelay_requests_total:outcome",
          closed(
              "ok",
              "reservation_refused",
              "resource_limit_exceeded",
              "permission_denied",
              "no_reservation",
              "malformed_message",
              "connection_failed",
              "other")),
      Map.entry(
          "autonat_responses_total:status",
          closed("ok", "dial_error", "dial_refused", "bad_request", "internal_error", "other")),
      Map.entry("operations_rejected_total:reason", open("busy", "limit", "not_ready")),
      Map.entry("agent_hooks:state", closed("active", "waiting", "skipped", "failed", "off")),
      Map.entry("alerts:state", closed("pending", "firing")),
      Map.entry("alert_notifications_total:outcome", closed("delivered", "failed", "dropped")),
      Map.entry("alert_notifications_total:receiver", closed("alertmanager", "webhook")));

  private static final Map<String, LabelValues> BY_LABEL = Map.ofEntries(
      Map.entry("direction", DIRECTION),
      Map.entry("transport", closed("tcp", "udp", "quic", "unix", "relay", "local", "other")),
      Map.entry("outcome", closed("success", "failure", "timeout", "cancelled")),
      Map.entry("security", closed("none", "tls", "noise", "other")),
      Map.entry("muxer", closed("none", "http2", "quic", "yamux", "mplex", "other")),
      Map.entry("ip_version", closed("ip4", "ip6", "unknown")),
      Map.entry("phase", closed("resolve", "connect", "secure", "negotiate", "read", "write")),
      Map.entry("from_state", STATES),
      Map.entry("to_state", STATES),
      Map.entry("health", closed("healthy", "degraded", "unhealthy")),
      Map.entry("streams", closed("none", "muxed")),
      Map.entry("control", closed("ihave", "iwant", "graft", "prune", "idontwant")),
      Map.entry("request", closed("reserve", "connect")),
      Map.entry("unit", closed("duration", "bytes", "count", "cost")),
      Map.entry("key_type", closed("rsa", "ed25519", "secp256k1", "ecdsa", "other")),
      Map.entry("support", closed("yes", "no")),
      Map.entry("severity", closed("critical", "warning", "info")),
      Map.entry("queue", open("outbound", "incoming", "handler")),
      Map.entry(
          "operation", open("wallet_action", "dkg", "signing", "coordination", "relay_entry")),
      Map.entry(
          "event",
          open(
              "dkg_validation",
              "dkg_challenge_submitted",
              "dkg_approval_submitted",
              "coordination_window_detected",
              "relay_entry_timeout_reported")));

  /** Keeps its own copy. */
  public LabelValues {
    values = List.copyOf(values);
  }

  /** What stands in this label of a family or of its mirror. */
  public static LabelValues of(Family family, String label) {
    String name = family.name().replaceFirst("^peertap_(peer_)?", "");
    LabelValues own = BY_FAMILY.get(name + ':' + label);
    return own != null ? own : BY_LABEL.getOrDefault(label, ANY);
  }

  /** Whether this is one of the values that have a meaning, or nothing is known of any. */
  public boolean knows(String value) {
    return values.isEmpty() || values.contains(value);
  }

  private static LabelValues closed(String... values) {
    return new LabelValues(List.of(values), false);
  }

  private static LabelValues open(String... values) {
    return new LabelValues(List.of(values), true);
  }
}
