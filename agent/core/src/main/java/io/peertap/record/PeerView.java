package io.peertap.record;

/**
 * One peer with an open connection, for people and for JSON.
 *
 * @param peer its identity, or its address as long as nobody identified it
 * @param label its value of the label {@code peer}
 * @param connections how many of its connections are open
 */
public record PeerView(
    String peer,
    String label,
    int connections,
    long receivedBytes,
    long sentBytes,
    Double roundTripSeconds) {

  /** The peer with one more of its connections. */
  PeerView with(ConnectionView connection) {
    return new PeerView(
        peer,
        label,
        connections + 1,
        receivedBytes + connection.receivedBytes(),
        sentBytes + connection.sentBytes(),
        connection.roundTripSeconds() == null ? roundTripSeconds : connection.roundTripSeconds());
  }
}
