/**
 * Snapshots as Prometheus text, OpenMetrics and protobuf. Every writer reads the same immutable
 * snapshot and streams; nothing here computes or remembers.
 */
package io.peertap.exposition;
