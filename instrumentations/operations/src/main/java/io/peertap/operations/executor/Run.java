package io.peertap.operations.executor;

import io.peertap.api.Call;
import io.peertap.api.Outcome;
import io.peertap.operations.expression.Causes;
import io.peertap.operations.result.Done;
import io.peertap.operations.result.Ending;
import java.util.concurrent.Future;

/** What one thread runs for an executor; only that thread uses it. */
final class Run implements Ending {

  private Pool pool; // Null: nothing.
  private Object task;
  private boolean begun;
  private Call call;

  /** A task is about to begin; false if that is known already. */
  boolean enter(Pool in, Object entered) {
    if (pool == in && task == entered && !begun) {
      return false;
    }
    if (begun) {
      lose(in);
    }
    pool = in;
    task = entered;
    return true;
  }

  /** The task begins. */
  void begin() {
    if (pool.isBlind()) {
      clear();
    } else {
      begun = true;
      call = pool.group().operation().begin(null);
    }
  }

  /** The task does not begin. */
  void clear() {
    pool = null;
    task = null;
    begun = false;
    call = null;
  }

  /** Whether this executor's task runs. */
  boolean isIn(Pool in) {
    return begun && pool == in;
  }

  /** The task has ended. What a future took with it is asked of the future. */
  void end(Object ended, Throwable failure) {
    if (failure != null) {
      failed(failure);
    } else if (ended instanceof Future<?> future && future.isDone()) {
      Done.tell(future, this);
    } else {
      succeeded(null);
    }
  }

  @Override
  public void succeeded(Object value) {
    ended(Outcome.SUCCESS, null);
  }

  @Override
  public void failed(Throwable cause) {
    ended(Causes.outcome(cause), Causes.unwrapped(cause));
  }

  @Override
  public void cancelled() {
    ended(Outcome.CANCELLED, null);
  }

  private void ended(Outcome outcome, Throwable cause) {
    Call ended = call;
    clear();
    if (ended != null) {
      ended.ended(outcome, cause);
    }
  }

  /** The end of the last task was not seen, nor will those of the next ones be. */
  private void lose(Pool in) {
    if (pool == in) {
      in.becomeBlind();
    }
    if (call != null) {
      call.later(); // To be collected: it is over when nobody can end it.
    }
    clear();
  }
}
