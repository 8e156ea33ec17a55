package io.peertap.operations.tap;

/**
 * Whether a thread is inside the methods of a rule: methods that hand on to each other count once.
 * What it leaves in a thread is of the JDK, and only while the thread is inside.
 */
final class Nesting {

  private final ThreadLocal<Boolean> inside = new ThreadLocal<>();

  /** Enters; false if the thread is inside already. */
  boolean enter() {
    if (inside.get() != null) {
      return false;
    }
    inside.set(Boolean.TRUE);
    return true;
  }

  void exit() {
    inside.remove();
  }
}
