package io.peertap.operations.tap;

import io.peertap.api.Outcome;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One call that another call ends, on any thread, perhaps before the method that began it has
 * returned. If a call with the same key is open when it begins, its own begin may still be refused:
 * it takes the key only when its method returns.
 */
final class OpenCall extends Observation {

  private final OpenCalls calls;
  private final Object key;
  private final OperationTaps.Observed observed;
  private final AtomicBoolean open = new AtomicBoolean(true);
  private volatile Thread inside = Thread.currentThread();
  private boolean known;

  /**
   * A call.
   *
   * @param key what stands for it
   * @param observed what is told of it, by any thread
   */
  OpenCall(OpenCalls calls, Object key, OperationTaps.Observed observed) {
    this.calls = calls;
    this.key = key;
    this.observed = observed;
  }

  Object key() {
    return key;
  }

  /** Its method begins. */
  void begin() {
    known = calls.begin(this);
  }

  /** Its method has returned, and what it returned is still to come. */
  @Override
  void later() {
    inside = null;
    if (!known) {
      known = true;
      calls.replace(this);
    }
  }

  /** Its method has ended, which ends the call only if it failed or the rule says so. */
  @Override
  void ended(Object value, Throwable failure) {
    if (failure == null && !observed.isDecidedBy(value)) {
      later();
      observed.tellResult(value);
    } else if (close()) {
      observed.ended(value, failure);
    }
  }

  /** Another call ends it; only the first counts. */
  void end(Outcome outcome) {
    if (close()) {
      observed.end(outcome);
    }
  }

  /** What its method calls after the end is not part of it: the thread may begin the next. */
  private boolean close() {
    boolean first = open.compareAndSet(true, false);
    if (first) {
      calls.forget(this);
      if (inside == Thread.currentThread()) {
        inside = null;
        calls.nesting().exit();
      }
    }
    return first;
  }
}
