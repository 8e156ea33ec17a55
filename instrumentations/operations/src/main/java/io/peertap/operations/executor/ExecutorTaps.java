package io.peertap.operations.executor;

import io.peertap.api.rule.MethodTap;

/** The taps at the methods of executors that one rule names. */
public final class ExecutorTaps {

  private final MethodTap made;
  private final MethodTap submit;
  private final MethodTap begin;
  private final MethodTap wait;
  private final MethodTap end;

  /** Taps that tell a group. */
  public ExecutorTaps(Pools pools, Group group) {
    made = new MadeTap(pools, group);
    submit = new SubmitTap(pools, group);
    begin = new BeginTap(pools, group, true);
    wait = new BeginTap(pools, group, false);
    end = new EndTap(pools, group);
  }

  /** At constructors. */
  public MethodTap made() {
    return made;
  }

  /** At {@code execute}. */
  public MethodTap submit() {
    return submit;
  }

  /**
   * At {@code beforeExecute}.
   *
   * @param runs whether the ends of tasks are seen too
   */
  public MethodTap begin(boolean runs) {
    return runs ? begin : wait;
  }

  /** At {@code afterExecute}. */
  public MethodTap end() {
    return end;
  }
}
