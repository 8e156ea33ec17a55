package io.peertap.weaver;

/** What runs at call sites: its switches, and who takes what it throws. */
abstract class Shielded {

  /** Switches off what begins. */
  abstract Breaker begins();

  /**
   * Switches off ends. A breaker of their own: what began before the other one opened must end all
   * the same.
   */
  abstract Breaker ends();

  /** Takes what an advice or a begin threw. Throws nothing itself. */
  abstract void failed(Throwable failure);

  /** Takes what an end threw. Throws nothing itself. */
  abstract void endFailed(Throwable failure);

  /** Out of every call site. */
  final void off() {
    begins().open();
    ends().open();
  }
}
