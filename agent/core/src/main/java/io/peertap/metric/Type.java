package io.peertap.metric;

/** What a family's numbers are, in Prometheus' terms. */
public enum Type {
  /** Only grows. */
  COUNTER,
  /** Goes up and down. */
  GAUGE,
  /** A distribution over fixed buckets. */
  HISTOGRAM,
  /** How many there were, and their sum; points are distributions of one bucket. */
  SUMMARY,
  /** A constant 1 whose labels say something. */
  INFO
}
