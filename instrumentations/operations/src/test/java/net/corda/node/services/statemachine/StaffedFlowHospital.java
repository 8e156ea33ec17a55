package net.corda.node.services.statemachine;

import java.util.List;

/** Corda's, as far as a rule sees it. */
public class StaffedFlowHospital {

  /** Takes a flow in. */
  public void requestTreatment(
      FlowFiber flowFiber, StateMachineState currentState, List<? extends Throwable> errors) {}
}
