package io.peertap.operations.result;

import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Futures that cannot call back: {@link java.util.concurrent.FutureTask}, {@link
 * java.util.concurrent.ForkJoinTask} and whatever else there is. The agent's thread asks them, so an
 * end is seen up to 20 ms late.
 */
final class PlainFutures implements Kind {

  /** Ten seconds. */
  private static final int POLLS_HELD = 500;

  @Override
  public boolean follow(Class<?> decider, Object result, Ending ending) {
    Future<?> future = (Future<?>) result;
    if (future.isDone()) {
      Done.tell(future, ending);
    } else {
      Telemetry.current().poll(new Poll(future, ending));
    }
    return true;
  }

  /**
   * Asks one future. It is held for some seconds, so that the outcome of a task whose future nobody
   * keeps is seen; then weakly, so that one that a full executor threw away does not stay. One that
   * was collected counts as cancelled: nobody can ever see its result.
   */
  static final class Poll implements BooleanSupplier {

    private final Ending ending;
    private Supplier<Future<?>> reference;
    private int polls;

    Poll(Future<?> future, Ending ending) {
      this.reference = () -> future;
      this.ending = ending;
    }

    @Override
    public boolean getAsBoolean() {
      Future<?> future = reference.get();
      if (future == null) {
        ending.cancelled();
        return true;
      }
      if (!isDone(future)) {
        if (++polls == POLLS_HELD) {
          reference = new WeakReference<Future<?>>(future)::get;
        }
        return false;
      }
      Done.tell(future, ending);
      return true;
    }

    /** One that fails to answer is done for: reading its outcome tells how. */
    private static boolean isDone(Future<?> future) {
      try {
        return future.isDone();
      } catch (RuntimeException e) {
        return true;
      }
    }
  }
}
