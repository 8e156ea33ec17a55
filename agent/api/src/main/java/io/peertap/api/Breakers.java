package io.peertap.api;

import io.peertap.api.Queues.Registration;
import java.util.function.Supplier;

/**
 * Circuit breakers of the application. A peer is whom a breaker guards, or null; a name that no known
 * peer has is nobody's, so that a breaker's own name may be told as one.
 */
public interface Breakers {

  /** Breakers of nobody in particular, read whenever somebody collects, as {@link Queues} are. */
  Registration states(Supplier<? extends Iterable<BreakerState>> states);

  /**
   * One breaker, read whenever somebody collects. It is held until its registration is closed or it
   * answers null: it is gone ({@link Weak}).
   */
  Registration state(String peer, Supplier<BreakerState> state);

  /** Failures that breakers count; a handle is asked for once and kept. */
  Event failure(String peer);
}
