package io.peertap.weaver;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A call site that can be switched off, for good. It is mutable: the compiler relies on its target
 * until that changes, and finds no guard in every method that is hooked.
 */
final class Switched extends MutableCallSite {

  /** What is switched off. */
  enum Part {
    /** Whatever begins, or stands alone. */
    BEGINS,
    /** Ends too. */
    ALL
  }

  private final MethodHandle withoutBegins;
  private boolean off;

  /**
   * A call site that is on.
   *
   * @param called what runs there
   * @param withoutBegins what runs there when begins are switched off
   */
  Switched(MethodHandle called, MethodHandle withoutBegins) {
    super(called);
    this.withoutBegins = withoutBegins;
  }

  /** Threads learn of it at the latest when call sites are synchronized. */
  synchronized void off(Part part) {
    off |= part == Part.ALL;
    setTarget(off ? MethodHandles.empty(type()) : withoutBegins);
  }
}
