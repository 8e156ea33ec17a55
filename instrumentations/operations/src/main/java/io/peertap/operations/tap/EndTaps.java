package io.peertap.operations.tap;

import io.peertap.api.Outcome;
import io.peertap.api.rule.RuleTap;
import io.peertap.operations.expression.Expression;

/**
 * What runs at the methods whose call ends an operation. It ends when they are called: what they do
 * is the application's next step.
 */
public final class EndTaps implements Taps {

  private final KeyedTaps begins;
  private final Expression key;
  private final Outcome outcome;

  /**
   * Taps.
   *
   * @param begins where the operations begin
   * @param key finds the one that ends
   * @param outcome how it ends
   */
  public EndTaps(KeyedTaps begins, Expression key, Outcome outcome) {
    this.begins = begins;
    this.key = key;
    this.outcome = outcome;
  }

  @Override
  public RuleTap make(Shape shape) {
    OpenCalls calls = begins.calls();
    Reads reads = new Reads(shape);
    Reads.Input input = reads.input(key);
    return new ObservingTap(shape, reads, false, false, null, values -> {
      calls.end(input.value(values), outcome);
      return null;
    });
  }
}
