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

  /** Connections of one peer, as they change. */
  public static final Family CONNECTIONS = histogram(
          "connections_per_peer",
          "Connections of a peer after a change, unless it has none; less those of before, this is"
              + " the distribution now.",
          Buckets.FEW)
      .labels("direction")
      .build();

  /** The same, as they were. */
  public static final Family CONNECTIONS_BEFORE = histogram(
          "connections_per_peer_before",
          "Connections of a peer before a change, unless it had none.",
          Buckets.FEW)
      .labels("direction")
      .build();

  /** Streams of one peer, as they change. */
  public static final Family STREAMS = histogram(
          "streams_per_peer",
          "Streams of a peer after a change, unless it has none; less those of before, this is the"
              + " distribution now.",
          Buckets.FEW)
      .labels("direction")
      .build();

  /** The same, as they were. */
  public static final Family STREAMS_BEFORE = histogram(
          "streams_per_peer_before",
          "Streams of a peer before a change, unless it had none.",
          Buckets.FEW)
      .labels("direction")
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

  /** Distinct peers, connected or not. */
  public static final Family KNOWN = gauge(
          "peers_known", "Distinct peers known (address book, discovery, connections).")
      .zero()
      .build();

  /** By quality. */
  public static final Family HEALTH = gauge(
          "peers_health", "Known peers by health (healthy, degraded, unhealthy).")
      .labels("health")
      .zero("healthy")
      .zero("degraded")
      .zero("unhealthy")
      .build();

  /** Could not be reached at all. */
  public static final Family FAILED = counter(
          "peers_failed", "Connect rounds in which every address of a peer failed.")
      .labels("reason")
      .build();

  /** Declared failed. */
  public static final Family DETECTIONS = counter(
          "failure_detections", "Peers declared failed by a failure detector.")
      .labels("reason")
      .mirror("reason")
      .build();

  /** The latest ping. */
  public static final Family PING = gauge("peer_ping_seconds", "Latest ping to the peer.")
      .unit("seconds")
      .labels("peer")
      .build();

  /** On the library's own scale. */
  public static final Family REPUTATION = gauge(
          "peer_reputation_score",
          "Reputation the application or gossip router gives the peer (own scale).")
      .labels("peer")
      .build();

  /** Quality. */
  public static final Family CONNECTIVITY = gauge(
          "peer_connectivity_ratio", "Connection quality of the peer, 0 to 1.")
      .unit("ratio")
      .labels("peer")
      .basic()
      .build();

  /** Distance. */
  public static final Family DISTANCE = gauge(
          "peer_distance_hops",
          "Hops to the peer (1 direct, 2 through a relay, more if known from the overlay).")
      .unit("hops")
      .labels("peer")
      .build();

  /** The greatest distance. */
  public static final Family DIAMETER = gauge(
          "cluster_diameter_hops", "Lower bound of the overlay diameter seen from this node.")
      .unit("hops")
      .zero()
      .build();

  /** By protocol version. */
  public static final Family PROTOCOL = gauge(
          "protocol_peers", "Peers speaking a protocol version (mirror is 0/1).")
      .labels("protocol", "version")
      .mirror("protocol", "version")
      .build();

  /** By client. */
  public static final Family BY_AGENT = gauge(
          "peers_by_agent", "Connected peers by client family (known list + other).")
      .labels("agent")
      .build();

  static final List<Family> ALL = List.of(
      CONNECTED,
      CONNECTIONS,
      CONNECTIONS_BEFORE,
      STREAMS,
      STREAMS_BEFORE,
      DISCOVERED,
      DISCOVERY_DURATION,
      DISCOVERY_FAILURES,
      PINGS,
      HEARTBEATS,
      KNOWN,
      HEALTH,
      FAILED,
      DETECTIONS,
      PING,
      REPUTATION,
      CONNECTIVITY,
      DISTANCE,
      DIAMETER,
      PROTOCOL,
      BY_AGENT);

  private PeerFamilies() {}
}
