package io.peertap.operations.result;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Reads the outcome of a future that is done. */
public final class Done {

  private Done() {}

  /**
   * Tells how a future came out. Does not wait, even for one that says that it is done and is not,
   * and leaves the thread's interruption as it was.
   */
  public static void tell(Future<?> future, Ending ending) {
    boolean interrupted = Thread.interrupted(); // Meant for the application, not for this look.
    try {
      ending.succeeded(future.get(0, TimeUnit.NANOSECONDS));
    } catch (Throwable e) {
      Failures.tell(e, ending);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
