package io.peertap.record;

/**
 * One connection, for people and for JSON.
 *
 * @param id in order of appearance
 * @param peer the peer's identity, or its address as long as nobody identified it
 * @param label the peer's value of the label {@code peer}
 * @param startedMillis when the attempt began, milliseconds since 1970
 * @param roundTripSeconds the latest round-trip time, or null
 */
public record ConnectionView(
    long id,
    String peer,
    String label,
    String remote,
    String direction,
    String transport,
    String state,
    String security,
    String muxer,
    String agentVersion,
    String protocolVersion,
    long startedMillis,
    double ageSeconds,
    long receivedBytes,
    long sentBytes,
    long pendingMessages,
    long pendingBytes,
    Double roundTripSeconds) {}
