package io.peertap.operations.executor;

import io.peertap.api.rule.RuleTap;

/** The taps at the methods of executors that one rule names. */
public final class ExecutorTaps {

  private final RuleTap made;
  private final RuleTap submit;
  private final RuleTap begin;
  private final RuleTap wait;
  private final RuleTap end;

  /** Taps that tell a group. */
  public ExecutorTaps(Pools pools, Group group) {
    made = new MadeTap(pools, group);
    submit = new SubmitTap(pools, group);
    begin = new BeginTap(pools, group, true);
    wait = new BeginTap(pools, group, false);
    end = new EndTap(pools, group);
  }

  /** At constructors. */
  public RuleTap made() {
    return made;
  }

  /** At {@code execute}. */
  public RuleTap submit() {
    return submit;
  }

  /**
   * At {@code beforeExecute}.
   *
   * @param runs whether the ends of tasks are seen too
   */
  public RuleTap begin(boolean runs) {
    return runs ? begin : wait;
  }

  /** At {@code afterExecute}. */
  public RuleTap end() {
    return end;
  }
}
