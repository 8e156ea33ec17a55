package net.corda.node.services.statemachine;

/** Corda's, as far as a rule sees it. */
public abstract class FlowRemovalReason {

  private FlowRemovalReason() {}

  /** The flow returned. */
  public static final class OrderlyFinish extends FlowRemovalReason {}

  /** The flow failed. */
  public static final class ErrorFinish extends FlowRemovalReason {}
}
