package io.peertap.breakers;

import io.peertap.api.Attached;
import io.peertap.api.BreakerState;
import io.peertap.api.Breakers;
import io.peertap.api.Event;
import io.peertap.api.Telemetry;
import io.peertap.api.Weak;
import java.util.function.Function;

/**
 * The breakers of one copy of a library, each until it is collected.
 *
 * @param <B> what the library calls a breaker
 */
public final class Known<B> {

  private final Breakers breakers = Telemetry.current().breakers();
  private final Attached<Event> failures = Telemetry.current().attached();
  private final Function<B, String> name;
  private final Function<B, BreakerState> state;

  /**
   * Knows none yet.
   *
   * @param name a breaker's own name, which counts if it is a peer's, or null
   * @param state what is read of a breaker whenever somebody collects
   */
  public Known(Function<B, String> name, Function<B, BreakerState> state) {
    this.name = name;
    this.state = state;
  }

  /** A breaker is there, and is read from now on. */
  public Event meet(B breaker) {
    Event known = failures.get(breaker);
    return known == null ? register(breaker) : known;
  }

  /** A breaker counts a failure. */
  public void failed(B breaker) {
    meet(breaker).happened();
  }

  private synchronized Event register(B breaker) {
    Event event = failures.get(breaker);
    if (event == null) {
      String peer = name.apply(breaker);
      event = breakers.failure(peer);
      failures.put(breaker, event);
      breakers.state(peer, Weak.read(breaker, state));
    }
    return event;
  }
}
