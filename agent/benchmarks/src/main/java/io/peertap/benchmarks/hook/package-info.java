/**
 * What the agent adds to a read and to a write of Netty, on a channel without a kernel behind it but
 * with a real outbound buffer: against a bare pipeline, a handler written by hand, and another agent.
 */
package io.peertap.benchmarks.hook;
