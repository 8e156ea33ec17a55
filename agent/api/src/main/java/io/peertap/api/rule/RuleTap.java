package io.peertap.api.rule;

import io.peertap.api.MethodTap;

/** What runs at a method that a rule chose. It is there before the method is woven, and says what it reads. */
public interface RuleTap extends MethodTap {

  /**
   * Which values {@link #enter} takes, in order: indexes of arguments, or {@link #THIS}. Empty for a
   * tap that needs none, which then costs no allocation. Asked once, when the method is chosen.
   */
  int[] reads();

  /** Whether {@link #returned} takes the method's result; without it the result is null. */
  boolean readsResult();
}
