package io.peertap.alert;

/** Hears of alerts, on the thread that evaluates the rules, which must not wait. */
public interface Listener {

  /**
   * An alert fires.
   *
   * @param again whether that was told before
   */
  void fires(Alert alert, boolean again);

  /** An alert that fired is over. */
  void resolved(Alert alert);
}
