package io.peertap.operations.tap;

import io.peertap.api.rule.RuleTap;

/** Makes the taps of a rule. */
public interface Taps {

  /** A tap for methods of one shape. */
  RuleTap make(Shape shape);

  /** Asks for the handles that the taps will tell. */
  default void declare() {}

  /** Takes over what taps of a rule that these replace have begun and not ended; before any are made. */
  default void follow(Taps earlier) {}

  /** The rule is gone: what it has begun and no other took over is let go. */
  default void close() {}
}
