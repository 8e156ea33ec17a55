package io.peertap.operations.tap;

import io.peertap.operations.result.Ending;
import java.util.concurrent.CancellationException;

/** One call of a method as a rule sees it, from its begin to the end of its result. */
abstract class Observation implements Ending {

  /** A call of which everything is told. */
  static final Observation DONE = new Observation() {
    @Override
    void ended(Object value, Throwable failure) {}
  };

  /**
   * The end.
   *
   * @param value the result, {@link io.peertap.operations.expression.Condition#NOTHING} if there is
   *     none
   * @param failure what it failed with, or null
   */
  abstract void ended(Object value, Throwable failure);

  /** The method returns, and its result is still to come. */
  void later() {}

  @Override
  public final void succeeded(Object value) {
    ended(value, null);
  }

  @Override
  public final void failed(Throwable cause) {
    ended(null, cause);
  }

  @Override
  public final void cancelled() {
    ended(null, new CancellationException());
  }
}
