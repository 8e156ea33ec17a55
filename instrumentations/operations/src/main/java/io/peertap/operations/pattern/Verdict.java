package io.peertap.operations.pattern;

import io.peertap.api.rule.MethodView;

/** Takes what patterns say of the methods of a class. */
public interface Verdict {

  /** This method is meant. */
  void chosen(MethodView method);

  /**
   * Something came close.
   *
   * @param what a class, or a class, {@code #} and a method
   * @param why why it is not chosen
   */
  void missed(String what, String why);
}
