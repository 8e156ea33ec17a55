package io.peertap.operations.tap;

import io.peertap.operations.expression.Condition;
import io.peertap.operations.result.Ending;
import io.peertap.operations.result.Results;
import io.peertap.operations.result.Suspendable;

/** Tells an observer the begin of calls, and each call its end. */
final class ObservingTap implements Suspendable {

  private final int[] reads;
  private final boolean readsResult;
  private final boolean isVoid;
  private final boolean waits;
  private final Nesting nesting;
  private final Observer observer;

  /**
   * A tap.
   *
   * @param needsResult whether the observer looks at results
   * @param waits whether a call ends when its result does, and not when its method returns
   * @param nesting keeps calls apart that are one; null if the observer does
   */
  ObservingTap(
      Shape shape,
      Reads reads,
      boolean needsResult,
      boolean waits,
      Nesting nesting,
      Observer observer) {
    this.reads = reads.toArray();
    this.isVoid = shape.end() == Shape.End.VOID;
    this.waits = waits && (shape.end() == Shape.End.RESULT || shape.end() == Shape.End.SUSPENSION);
    this.readsResult = !isVoid && (needsResult || this.waits);
    this.nesting = nesting;
    this.observer = observer;
  }

  @Override
  public int[] reads() {
    return reads.clone();
  }

  @Override
  public boolean readsResult() {
    return readsResult;
  }

  @Override
  public Object enter(Object[] values) {
    if (nesting == null) {
      return observer.begin(values);
    }
    return nesting.enter() ? beginNested(values) : null;
  }

  /** Without an observation nobody would tell the end. */
  private Observation beginNested(Object[] values) {
    Observation observation = null;
    try {
      observation = observer.begin(values);
    } finally {
      if (observation == null) {
        nesting.exit();
      }
    }
    return observation;
  }

  @Override
  public void returned(Object token, Object result) {
    if (!(token instanceof Observation observation)) {
      return;
    }
    exit();
    if (!waits || !Results.isAsynchronous(result)) {
      observation.succeeded(isVoid ? Condition.NOTHING : result);
      return;
    }
    observation.later();
    if (!Results.follow(result, observation)) {
      observation.succeeded(result);
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Observation observation) {
      exit();
      observation.failed(failure);
    }
  }

  @Override
  public Ending suspend(Object token) {
    Observation observation = (Observation) token;
    exit();
    if (!waits) {
      observation.succeeded(Condition.NOTHING);
      return Observation.DONE;
    }
    observation.later();
    return observation;
  }

  private void exit() {
    if (nesting != null) {
      nesting.exit();
    }
  }
}
