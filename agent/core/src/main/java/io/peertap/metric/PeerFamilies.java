package io.peertap.metric;

import static io.peertap.metric.Family.counter;
import static io.peertap.metric.Family.gauge;
import static io.peertap.metric.Family.histogram;

import java.util.List;

/** Who is there, how they were found, and whether they answer. */
public final class PeerFamilies {

  /** Distinct peers. */
  public static final Family CONNECTED = gauge(
          "peers_connected", "Distinct peers with at least one connection.")
      .labels("role", "direction")
      .zero("peer", "inbound")
      .zero("peer", "outbound")
      .build();

  /** Found by discovery. */
  public static final Family DISCOVERED = counter(
          "peers_discovered",
          "Peers found by discovery (dns, mdns, static, relay, dht, pex, manual).")
      .labels("source")
      .build();

  /** Discovery rounds. */
  public static final Family DISCOVERY_DURATION = histogram(
          "discovery_duration_seconds", "Duration of a discovery round.", Buckets.SHORT)
      .unit("seconds")
      .labels("source", "outcome")
      .build();

  /** Discovery rounds that failed. */
  public static final Family DISCOVERY_FAILURES = counter(
          "discovery_failures", "Discovery rounds that failed.")
      .labels("source", "reason")
      .build();

  /** Ping tests. */
  public static final Family PINGS = counter("pings", "Ping tests (success, failure, timeout).")
      .labels("outcome")
      .build();

  /** Heartbeats. */
  public static final Family HEARTBEATS = counter(
          "heartbeats", "Application heartbeats (direction inbound or outbound).")
      .labels("direction")
      .mirror("direction")
      .build();

  static final List<Family> ALL =
      List.of(CONNECTED, DISCOVERED, DISCOVERY_DURATION, DISCOVERY_FAILURES, PINGS, HEARTBEATS);

  private PeerFamilies() {}
}
