package io.peertap.weaver;

import java.util.List;

/** A tap at a method, as far as woven code needs to know it. */
interface TapPoint {

  /** The values that it takes at the begin: indexes of arguments, or {@code MethodTap.THIS}. */
  List<Integer> reads();

  /** Whether it takes the method's result. */
  boolean readsResult();

  /** What a call site of it hands to the linker. */
  Object[] names(String event);

  /** What becomes of it. */
  HookState state();
}
