package io.peertap.record;

import java.time.Duration;

/**
 * What an operator may decide about recording.
 *
 * @param peerSlots peers with series of their own; the others share {@code peer="other"}
 * @param peerNames how peers are named in labels
 * @param peerGrace how long a slot stays with a peer that has gone
 * @param idleAfter without traffic for this long a connection is idle
 * @param roundTripEvery how often transports are asked for a round-trip time; zero for never
 * @param labelValues values kept per open label
 * @param local whether in-process transports count as connections
 * @param health which quality of a peer is good enough
 */
public record RecordSettings(
    int peerSlots,
    PeerNames peerNames,
    Duration peerGrace,
    Duration idleAfter,
    Duration roundTripEvery,
    int labelValues,
    boolean local,
    HealthLimits health) {}
