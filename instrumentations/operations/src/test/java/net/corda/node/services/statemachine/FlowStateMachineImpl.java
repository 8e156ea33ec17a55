package net.corda.node.services.statemachine;

import net.corda.core.flows.StateMachineRunId;

/** Corda's, as far as a rule sees it. */
public class FlowStateMachineImpl<R> {

  private final StateMachineRunId id;

  /** A fiber of this id. */
  public FlowStateMachineImpl(StateMachineRunId id) {
    this.id = id;
  }

  @Override
  public String toString() {
    return id.toString();
  }
}
