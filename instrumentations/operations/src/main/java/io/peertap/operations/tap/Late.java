package io.peertap.operations.tap;

import io.peertap.api.Telemetry;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A handle of the telemetry, asked for when the first call needs it: rules are read before there is a
 * telemetry in force, calls come after.
 */
final class Late<T> implements Supplier<T> {

  private final Function<Telemetry, T> ask;
  private volatile T handle;

  Late(Function<Telemetry, T> ask) {
    this.ask = ask;
  }

  /** Two threads may ask at once; the telemetry answers both the same handle. */
  @Override
  public T get() {
    T known = handle;
    if (known == null) {
      known = ask.apply(Telemetry.current());
      handle = known;
    }
    return known;
  }
}
