package net.corda.node.services.statemachine;

import java.util.HashMap;
import java.util.Map;
import net.corda.core.flows.StateMachineRunId;

/** Corda's, as far as a rule sees it. */
@SuppressWarnings("UnusedVariable") // The descriptors count.
public class SingleThreadedStateMachineManager {

  private final Map<StateMachineRunId, Flow<?>> flows = new HashMap<>();

  /** Starts a flow. */
  public void start(StateMachineRunId id) {
    addAndStartFlow(id, new Flow<>(new FlowStateMachineImpl<Object>(id)));
  }

  /** The flow is over. */
  public void removeFlow(
      StateMachineRunId flowId, FlowRemovalReason removalReason, StateMachineState lastState) {
    Flow<?> flow = flows.remove(flowId);
    if (removalReason instanceof FlowRemovalReason.ErrorFinish error) {
      removeFlowError(null, flow, error, lastState);
    } else {
      removeFlowOrderly(null, flow, (FlowRemovalReason.OrderlyFinish) removalReason, lastState);
    }
  }

  /** Ends a flow from outside. */
  public boolean killFlow(StateMachineRunId id) {
    return flows.containsKey(id);
  }

  private void addAndStartFlow(StateMachineRunId id, Flow<?> flow) {
    flows.put(id, flow);
  }

  private void removeFlowOrderly(
      StateMachineInnerState receiver,
      Flow<?> flow,
      FlowRemovalReason.OrderlyFinish removalReason,
      StateMachineState lastState) {}

  private void removeFlowError(
      StateMachineInnerState receiver,
      Flow<?> flow,
      FlowRemovalReason.ErrorFinish removalReason,
      StateMachineState lastState) {}
}
