package io.peertap.api;

/**
 * What a pool of connections holds at one moment.
 *
 * @param active connections that somebody uses
 * @param idle connections that wait for somebody
 */
public record PoolState(long active, long idle) {}
