package io.peertap.alert;

import java.time.Instant;

/**
 * A point in time on both clocks.
 *
 * @param nanos of a clock that only runs forward; durations are taken on it
 * @param wall for people and other machines
 */
public record Moment(long nanos, Instant wall) {}
