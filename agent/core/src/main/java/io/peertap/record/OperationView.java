package io.peertap.record;

/**
 * One operation that is running, for people and for JSON.
 *
 * @param operation its name
 * @param kind its kind, or "none"
 * @param ageSeconds how long it has been running
 * @param thread the thread that it keeps busy; empty if its result is still to come
 */
public record OperationView(String operation, String kind, double ageSeconds, String thread) {}
