package net.corda.node.services.statemachine;

/** Corda's, as far as a rule sees it. */
public final class Flow<A> {

  private final FlowStateMachineImpl<A> fiber;

  /** A flow in this fiber. */
  public Flow(FlowStateMachineImpl<A> fiber) {
    this.fiber = fiber;
  }

  @Override
  public String toString() {
    return fiber.toString();
  }
}
