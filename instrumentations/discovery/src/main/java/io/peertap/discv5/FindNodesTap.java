package io.peertap.discv5;

import io.peertap.api.Call;
import io.peertap.api.MethodTap;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.Telemetry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/** A node is asked for the nodes that it knows; the answer may take several packets. */
public final class FindNodesTap implements MethodTap {

  private static final Operation ROUND = Telemetry.current().operations().discovery("dht");

  /** For the agent, which makes one. */
  public FindNodesTap() {}

  @Override
  public Object enter(Object[] values) {
    return ROUND.begin(null);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call call && result instanceof CompletableFuture<?> answer) {
      Call later = call.later();
      CompletableFuture<?> unused =
          answer.whenComplete((nodes, failure) -> later.ended(outcome(failure), failure));
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call call) {
      call.ended(Outcome.FAILURE, failure);
    }
  }

  private static Outcome outcome(Throwable failure) {
    if (failure == null) {
      return Outcome.SUCCESS;
    }
    return failure instanceof TimeoutException ? Outcome.TIMEOUT : Outcome.FAILURE;
  }
}
