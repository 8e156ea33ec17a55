package io.peertap.operations.result;

import io.peertap.operations.expression.Causes;
import java.util.concurrent.CancellationException;

/** Tells cancellations from failures. */
final class Failures {

  private Failures() {}

  /** Tells the ending what the work threw. Kotlin's time-outs are cancellations by name only. */
  static void tell(Throwable failure, Ending ending) {
    Throwable cause = Causes.unwrapped(failure);
    if (cause instanceof CancellationException
        && !cause.getClass().getName().endsWith("TimeoutCancellationException")) {
      ending.cancelled();
    } else {
      ending.failed(cause);
    }
  }
}
