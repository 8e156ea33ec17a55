package io.peertap.record;

/**
 * One peer that is connected or was a moment ago, for people and for JSON.
 *
 * @param peer its identity, or its address as long as nobody identified it
 * @param label its value of the label {@code peer}
 * @param connections how many of its connections are open
 * @param receivedBytes over these connections
 * @param sentBytes over these connections
 * @param roundTripSeconds the latest round-trip time of one of them, or null
 * @param quality from 0 to 1, or null as long as nothing tells
 * @param health healthy, degraded or unhealthy, or null as long as nothing tells
 */
public record PeerView(
    String peer,
    String label,
    int connections,
    long receivedBytes,
    long sentBytes,
    Double roundTripSeconds,
    Double quality,
    String health) {

  static PeerView of(Peer peer, HealthLimits limits) {
    double score = peer.score();
    Health health = limits.of(score);
    return new PeerView(
        peer.name(),
        peer.slot().label(),
        0,
        0,
        0,
        null,
        health == null ? null : score,
        health == null ? null : health.label());
  }

  /** The peer with one more of its connections. */
  PeerView with(ConnectionView connection) {
    return new PeerView(
        peer,
        label,
        connections + 1,
        receivedBytes + connection.receivedBytes(),
        sentBytes + connection.sentBytes(),
        connection.roundTripSeconds() == null ? roundTripSeconds : connection.roundTripSeconds(),
        quality,
        health);
  }
}
