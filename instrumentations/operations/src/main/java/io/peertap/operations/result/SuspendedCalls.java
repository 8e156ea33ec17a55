package io.peertap.operations.result;

import io.peertap.api.Telemetry;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The calls of one suspend function that have not ended, by the identity of their continuations,
 * which are held weakly. If a continuation is collected nobody can ever go on with the call: it ends
 * as cancelled.
 */
public final class SuspendedCalls {

  private final Map<Object, SuspendedCall> calls = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();

  /** A call begins. */
  SuspendedCall begin(Object continuation, Object token) {
    SuspendedCall call = new SuspendedCall(continuation, collected, token);
    calls.put(call, call);
    return call;
  }

  /** The call that was made with a continuation, or null. */
  SuspendedCall of(Object continuation) {
    return calls.get(new Sought(continuation));
  }

  /** The call has ended. */
  void end(SuspendedCall call) {
    calls.remove(call);
  }

  /** Lets all calls go, without an end. */
  public void release() {
    calls.clear();
  }

  /** Whether no call waits. */
  boolean isEmpty() {
    return calls.isEmpty();
  }

  /** Looks from now on for calls that nobody can go on with, as long as there are calls. */
  void watch() {
    if (sweeping.compareAndSet(false, true) && !Telemetry.current().poll(this::isSwept)) {
      sweeping.set(false); // The next call tries again.
    }
  }

  private boolean isSwept() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      SuspendedCall call = (SuspendedCall) gone;
      if (calls.remove(call) != null) {
        call.ended(Ending::cancelled);
      }
    }
    if (!isEmpty()) {
      return false;
    }
    sweeping.set(false); // A call that came meanwhile has found it set.
    return isEmpty() || !sweeping.compareAndSet(false, true);
  }

  /** Equal to the call that was made with a continuation. */
  private record Sought(Object continuation) {

    @Override
    public int hashCode() {
      return System.identityHashCode(continuation);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof SuspendedCall call && call.refersTo(continuation);
    }
  }
}
