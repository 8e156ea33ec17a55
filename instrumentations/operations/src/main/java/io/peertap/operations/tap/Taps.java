package io.peertap.operations.tap;

import io.peertap.api.rule.MethodTap;

/** Makes the taps of a rule. */
public interface Taps {

  /** A tap for methods of one shape. */
  MethodTap make(Shape shape);
}
