package io.peertap.operations.hosts;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps what has come. */
public class Inbox {

  /** A state that goes by its name. */
  public enum State {
    CLOSED,
    OPEN,
    HALF_OPEN,
    FORCED_OPEN,
    DISABLED
  }

  /** What waits. */
  public final Queue<String> queue = new ArrayDeque<>();

  /** How much waits. */
  public final AtomicLong bytes = new AtomicLong();

  /** How it is. */
  public final AtomicReference<State> state = new AtomicReference<>(State.CLOSED);

  /** Not of an object. */
  static final Queue<String> SHARED = new ArrayDeque<>();

  /** Empty. */
  public Inbox() {}

  /** With one. */
  public Inbox(String first) {
    this();
    queue.add(first);
  }
}
