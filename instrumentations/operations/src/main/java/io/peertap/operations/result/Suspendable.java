package io.peertap.operations.result;

import io.peertap.api.rule.RuleTap;

/** A tap whose method may leave before it has ended, to be continued on another thread. */
public interface Suspendable extends RuleTap {

  /**
   * The method leaves for now. Called instead of {@link #returned} and {@link #threw}, on the thread
   * that it was entered on.
   *
   * @param token what {@link #enter} answered; never null
   * @return is told the end
   */
  Ending suspend(Object token);
}
