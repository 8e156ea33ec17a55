package io.peertap.operations.tap;

import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * The calls of one rule that wait for another call to end them, by their keys. Keys that are objects
 * of the application are held weakly: when one is collected nobody can end its call any more, and it
 * ends as cancelled. Keys that are values are kept as long as their calls.
 */
public final class OpenCalls {

  /** More are no calls that somebody waits for. */
  static final int MOST = 100_000;

  private final String rule;
  private final Consumer<String> problems;
  private final Map<Object, OpenCall> calls = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final AtomicBoolean sweeping = new AtomicBoolean();
  private final AtomicBoolean told = new AtomicBoolean();
  private final Nesting nesting = new Nesting();

  /**
   * None yet.
   *
   * @param rule the rule's origin and name
   * @param problems takes a line when there are too many
   */
  public OpenCalls(String rule, Consumer<String> problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /** Whether a thread is inside a method that begins calls. */
  Nesting nesting() {
    return nesting;
  }

  /** The key that stands for a value; null for none. */
  Object key(Object value) {
    return key(value, collected);
  }

  /** Whether there may be one more; tells once that there may not. */
  boolean hasRoom() {
    if (calls.size() < MOST) {
      return true;
    }
    if (told.compareAndSet(false, true)) {
      problems.accept(rule + ": " + MOST + " calls are open and what begins is not counted until"
          + " some have ended; see whether ends.methods names every method that ends them");
    }
    return false;
  }

  /** A call begins; false if one with its key is open. */
  boolean begin(OpenCall call) {
    boolean first = calls.putIfAbsent(call.key(), call) == null;
    watch(call);
    return first;
  }

  /** The key stands for this call from now on; one that it stood for has no end any more. */
  void replace(OpenCall call) {
    OpenCall earlier = calls.put(call.key(), call);
    if (earlier != null) {
      earlier.end(Outcome.CANCELLED);
    }
    watch(call);
  }

  /** Ends the call of this key, if there is one. */
  void end(Object value, Outcome outcome) {
    Object key = key(value, null);
    OpenCall call = key == null ? null : calls.get(key);
    if (call != null) {
      call.end(outcome);
    }
  }

  /** The call has ended. */
  void forget(OpenCall call) {
    calls.remove(call.key(), call);
  }

  /** Lets all calls go, without an outcome. */
  void release() {
    calls.clear();
  }

  /** Values that are equal are the same key, whole numbers of any size too. */
  private static Object key(Object value, ReferenceQueue<Object> collected) {
    if (value == null) {
      return null;
    }
    if (value instanceof Long
        || value instanceof Integer
        || value instanceof Short
        || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    boolean isValue = value instanceof String
        || value instanceof UUID
        || value instanceof Character
        || value instanceof Boolean
        || value instanceof Double
        || value instanceof Float
        || value.getClass() == BigInteger.class;
    return isValue ? value : new Identity(value, collected);
  }

  /** Looks from now on for calls that nobody can end, as long as there are calls. */
  private void watch(OpenCall call) {
    if (call.key() instanceof Identity
        && !sweeping.get()
        && sweeping.compareAndSet(false, true)
        && !Telemetry.current().poll(this::isSwept)) {
      sweeping.set(false); // The next call tries again.
    }
  }

  private boolean isSwept() {
    for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
      OpenCall call =
          calls.remove(gone); // By the key that is in the map, whichever call put it there.
      if (call != null) {
        call.end(Outcome.CANCELLED);
      }
    }
    if (!calls.isEmpty()) {
      return false;
    }
    sweeping.set(false); // A call that came meanwhile has found it set.
    return calls.isEmpty() || !sweeping.compareAndSet(false, true);
  }
}
