package io.peertap.operations.tap;

import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Expression;

/** What operations that other calls end do at the methods that begin them. */
public final class KeyedTaps implements Taps {

  private final OperationTaps operation;
  private final Expression key;
  private OpenCalls calls;
  private boolean followed;

  /**
   * Taps.
   *
   * @param operation what is told of each call
   * @param key what ties its begin to its end; calls without it are not counted
   */
  public KeyedTaps(OperationTaps operation, Expression key, OpenCalls calls) {
    this.operation = operation;
    this.key = key;
    this.calls = calls;
  }

  @Override
  public RuleTap make(Shape shape) {
    Reads reads = new Reads(shape);
    Begin begin = new Begin(reads);
    return new ObservingTap(shape, reads, operation.readsResult(), true, calls.nesting(), begin);
  }

  @Override
  public void declare() {
    operation.declare();
  }

  @Override
  public void follow(Taps earlier) {
    if (earlier instanceof KeyedTaps keyed) {
      calls = keyed.calls;
      keyed.followed = true;
    }
  }

  @Override
  public void close() {
    if (!followed) {
      calls.release();
    }
  }

  /** The calls that are open. */
  OpenCalls calls() {
    return calls;
  }

  /** The begin of calls of one shape of method. */
  private final class Begin implements Observer {
    private final Reads.Input keyInput;
    private final OperationTaps.Begin begin;

    Begin(Reads reads) {
      keyInput = reads.input(key);
      begin = operation.begin(reads);
    }

    @Override
    public Observation begin(Object[] values) {
      Object known = calls.key(keyInput.value(values));
      if (known == null || !calls.hasRoom()) {
        return null;
      }
      OperationTaps.Observed observed = begin.begin(values);
      if (observed == null) {
        return null;
      }
      observed.later(); // At once: any thread may tell the end while the method runs.
      OpenCall call = new OpenCall(calls, known, observed);
      call.begin();
      return call;
    }
  }
}
