/**
 * All measurements as one: parts that run in turn, keep what they have measured, and end as a report.
 */
package io.peertap.benchmarks.cost;
