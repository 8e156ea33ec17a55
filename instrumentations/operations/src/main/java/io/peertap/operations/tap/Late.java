package io.peertap.operations.tap;

import io.peertap.api.Telemetry;
import java.util.function.Supplier;

/**
 * A handle of the telemetry, asked for when the first call needs it: rules are read before there is a
 * telemetry in force, calls come after.
 */
abstract class Late<T> implements Supplier<T> {

  private volatile T handle;

  /** Asks for the handle. */
  abstract T ask(Telemetry telemetry);

  /**
   * Two threads may ask at once; the telemetry answers both the same handle. What no telemetry
   * answers is not kept.
   */
  @Override
  public final T get() {
    T known = handle;
    if (known == null) {
      Telemetry telemetry = Telemetry.current();
      known = ask(telemetry);
      handle = telemetry == Telemetry.DISABLED ? null : known;
    }
    return known;
  }
}
