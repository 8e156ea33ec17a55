package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.Supplier;

/** Pools of connections, by a name that says what they are for. Names of several may be the same. */
public interface Pools {

  /**
   * A pool, read whenever somebody collects, as {@link Queues} are. It is held until its registration
   * is closed or it answers null: it is gone ({@link Weak}).
   */
  Registration pool(String pool, Supplier<PoolState> state);

  /** Somebody waited for a connection, this long in nanoseconds. */
  void acquired(String pool, Outcome outcome, long nanos);

  /**
   * An existing connection served an acquisition.
   *
   * @param peer whom it leads to, or null; a name that no known peer has is nobody's
   */
  void reused(String pool, String peer);

  /** The pool let a connection go. */
  void evicted(String pool, Eviction reason);
}
