package io.peertap.operations.tap;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Causes;
import java.util.function.Supplier;

/** An operation of which only begin and end are asked: no look at values, no allocation. */
final class OperationTap implements RuleTap {

  private static final int[] NOTHING = {};

  private final Supplier<Operation> operation;

  OperationTap(Supplier<Operation> operation) {
    this.operation = operation;
  }

  @Override
  public int[] reads() {
    return NOTHING;
  }

  @Override
  public boolean readsResult() {
    return false;
  }

  @Override
  public Object enter(Object[] values) {
    return operation.get().begin(null);
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Call call) {
      call.ended(Outcome.SUCCESS, null);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Call call) {
      call.ended(Causes.outcome(failure), Causes.unwrapped(failure));
    }
  }
}
