package io.peertap.metric;

/** What a family's numbers are, in Prometheus' terms. */
public enum Type {
  /** Only grows. */
  COUNTER,
  /** Goes up and down. */
  GAUGE,
  /** A distribution over fixed buckets. */
  HISTOGRAM,
  /** A constant 1 whose labels say something. */
  INFO
}
