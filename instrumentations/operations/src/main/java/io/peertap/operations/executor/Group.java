package io.peertap.operations.executor;

import io.peertap.api.Operation;
import io.peertap.api.Queues;
import io.peertap.api.Telemetry;

/** The executors of one name: their tasks are one operation and one queue. */
public final class Group {

  private static final String LIMIT = "limit";

  private final Pools pools;
  private final String name;
  private final boolean plain;
  private volatile Operation operation; // Null: no task has run or was refused.
  private volatile boolean closed;
  private Queues.Registration depth; // Null: no queue of it can be read.

  /**
   * A group without executors.
   *
   * @param plain whether no rule has named it
   */
  Group(Pools pools, String name, boolean plain) {
    this.pools = pools;
    this.name = name;
    this.plain = plain;
  }

  /** Nothing of it is read or counted any more. */
  public void close() {
    synchronized (this) {
      closed = true;
      if (depth != null) {
        depth.close();
      }
    }
    pools.forget(this);
  }

  boolean isPlain() {
    return plain;
  }

  boolean isClosed() {
    return closed;
  }

  /** What waits is read from now on. */
  synchronized void watch() {
    if (depth == null && !closed) {
      depth = Telemetry.current().queues().messages(name, () -> pools.depth(this));
    }
  }

  /** Two threads may ask at once; the telemetry answers both the same handle. */
  Operation operation() {
    Operation known = operation;
    if (known == null) {
      known = Telemetry.current().operations().operation(name, false);
      operation = known;
    }
    return known;
  }

  void rejected() {
    operation().rejected(LIMIT);
  }

  void waited(long nanos) {
    if (nanos != Times.UNKNOWN) {
      Telemetry.current().queues().waited(name, nanos);
    }
  }
}
