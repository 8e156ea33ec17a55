/**
 * Telemetry becomes tables here: connections, streams, endpoints and peers that are alive, and
 * counts in the cells of the metrics. Instrumentations call it through the API alone.
 */
package io.peertap.record;
