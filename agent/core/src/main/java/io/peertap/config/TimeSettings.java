package io.peertap.config;

import java.time.Duration;

/**
 * The agent's rhythm.
 *
 * @param tick between two computations of rates and scores
 * @param idleAfter a connection without traffic for this long is idle
 * @param rttInterval between two samples of a connection's round trip; zero: none
 * @param scrapeMinInterval between two collections for scrapes; zero: each collects
 */
public record TimeSettings(
    Duration tick, Duration idleAfter, Duration rttInterval, Duration scrapeMinInterval) {}
