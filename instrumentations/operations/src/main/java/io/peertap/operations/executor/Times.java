package io.peertap.operations.executor;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Since when one task object waits: more than once if it was handed in again before it ran, the
 * oldest first. The lock is met only by those who hand in the same object.
 */
final class Times {

  /** It is not known how long it waited. */
  static final long UNKNOWN = -1;

  private static final int MOST = 1_000;

  private long first;
  private int waiting = 1;
  private Deque<Long> later; // Null: none.
  private boolean lost;

  Times(long first) {
    this.first = first;
  }

  /** Handed in again; false if it waits no more, and these times are over. */
  synchronized boolean add(long now) {
    if (waiting == 0) {
      return false;
    }
    lost |= ++waiting > MOST;
    if (lost) {
      later = null;
    } else {
      later = later == null ? new ArrayDeque<>() : later;
      later.add(now);
    }
    return true;
  }

  /** Runs now; answers how long it has waited. */
  synchronized long take(long now) {
    long waited = waiting == 0 || lost ? UNKNOWN : now - first;
    waiting = Math.max(0, waiting - 1);
    if (waiting > 0 && !lost) {
      first = later.remove();
    }
    return waited;
  }

  /** What was handed in last does not wait after all. */
  synchronized void takeBack() {
    waiting = Math.max(0, waiting - 1);
    if (waiting > 0 && !lost) {
      later.removeLast();
    }
  }

  /** Whether it waits no more. */
  synchronized boolean isOver() {
    return waiting == 0;
  }
}
