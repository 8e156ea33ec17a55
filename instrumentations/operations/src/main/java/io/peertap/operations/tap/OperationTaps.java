package io.peertap.operations.tap;

import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Causes;
import io.peertap.operations.expression.Expression;
import io.peertap.operations.expression.Label;
import io.peertap.operations.expression.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What operations, pings, resources and discovery rounds do at their methods. */
public final class OperationTaps implements Taps {

  private final Supplier<Operation> operation;
  private final Label kind;
  private final Expression peer;
  private final List<Measured> numbers;
  private final Outcomes outcomes;

  /**
   * Taps.
   *
   * @param operation the handle
   * @param kind the label {@code kind}, or null
   * @param peer who it is with, or null
   * @param numbers what is measured
   */
  public OperationTaps(
      Supplier<Operation> operation,
      Label kind,
      Expression peer,
      List<Measured> numbers,
      Outcomes outcomes) {
    this.operation = operation;
    this.kind = kind;
    this.peer = peer;
    this.numbers = numbers;
    this.outcomes = outcomes;
  }

  @Override
  public void declare() {
    Operation unused = operation.get();
  }

  @Override
  public RuleTap make(Shape shape) {
    boolean bare = kind == null && peer == null && numbers.isEmpty() && outcomes.isEmpty();
    if (bare && (shape.end() == Shape.End.VOID || shape.end() == Shape.End.RETURN)) {
      return new OperationTap(operation);
    }
    Reads reads = new Reads(shape);
    Begin begin = begin(reads);
    return new ObservingTap(shape, reads, readsResult(), true, null, begin);
  }

  Begin begin(Reads reads) {
    return new Begin(reads);
  }

  boolean readsResult() {
    for (Measured number : numbers) {
      if (isOfResult(number)) {
        return true;
      }
    }
    return outcomes.readsResult();
  }

  private static boolean isOfResult(Measured number) {
    return number.expression().source() == Expression.RESULT;
  }

  private static void tell(Call call, Measured measured, double number) {
    if (Double.isNaN(number)) {
      return;
    }
    if (measured.measure() != null) {
      call.value(measured.measure(), number);
    } else if (number > 0) {
      call.amount((long) number);
    }
  }

  /** The begin of calls of one shape of method. */
  final class Begin implements Observer {
    private final Reads.Input kindInput;
    private final Reads.Input peerInput;
    private final List<Reads.Input> inputs = new ArrayList<>();

    Begin(Reads reads) {
      kindInput = reads.input(kind == null ? null : kind.expression());
      peerInput = reads.input(peer);
      for (Measured number : numbers) {
        inputs.add(reads.input(number.expression()));
      }
    }

    @Override
    public Observed begin(Object[] values) {
      String label = kind == null ? null : kind.of(kindInput.value(values));
      String with = Values.peer(peerInput.value(values));
      double[] held = numbers.isEmpty() ? null : read(values);
      Call call = operation.get().begin(label); // Last: what an expression throws begins nothing.
      if (call == null) {
        return null;
      }
      if (with != null) {
        call.peer(with);
      }
      Observed observed = new Observed(call, held);
      if (!outcomes.rejectable()) {
        observed.tellHeld();
      }
      return observed;
    }

    private double[] read(Object[] values) {
      double[] held = new double[inputs.size()];
      for (int i = 0; i < held.length; i++) {
        held[i] = Values.number(inputs.get(i).value(values));
      }
      return held;
    }
  }

  /** One call. What was read at its begin is held until it is known to be accepted. */
  final class Observed extends Observation {
    private Call call;
    private double[] held;

    Observed(Call call, double[] held) {
      this.call = call;
      this.held = held;
    }

    @Override
    void later() {
      call = call.later();
    }

    @Override
    void ended(Object value, Throwable failure) {
      Outcome outcome = failure == null ? Outcome.SUCCESS : Outcome.FAILURE;
      String reason = null;
      try {
        reason = outcomes.rejection(value, failure);
        if (reason == null) {
          outcome = outcomes.of(value, failure);
          tellHeld();
          if (failure == null) {
            tellResult(value);
          }
        }
      } finally { // What an expression throws must not leave the thread inside.
        if (reason == null) {
          call.ended(outcome, failure == null ? null : Causes.unwrapped(failure));
        } else {
          call.rejected(reason);
        }
      }
    }

    /** The end, as something else than its result tells it. */
    void end(Outcome outcome) {
      tellHeld();
      call.ended(outcome, null);
    }

    /** Whether the rule says what a result means. */
    boolean isDecidedBy(Object value) {
      return outcomes.decides(value);
    }

    void tellHeld() {
      for (int i = 0; held != null && i < held.length; i++) {
        tell(call, numbers.get(i), held[i]);
      }
      held = null;
    }

    void tellResult(Object value) {
      for (Measured number : numbers) {
        if (isOfResult(number)) {
          tell(call, number, Values.number(number.expression().value(value)));
        }
      }
    }
  }
}
