/**
 * Wires weaver, record, metrics and exposition into one agent, the same for the jar and for tests.
 * What starts, when it starts, and how it leaves again is decided here and nowhere else.
 */
package io.peertap.runtime;
