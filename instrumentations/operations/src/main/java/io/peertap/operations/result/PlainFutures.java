package io.peertap.operations.result;

import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Futures that cannot call back: {@link java.util.concurrent.FutureTask}, {@link
 * java.util.concurrent.ForkJoinTask} and whatever else there is. The agent asks them, so an end is
 * seen up to 20 ms late, or a fiftieth of the time it took, but a second at most.
 */
final class PlainFutures implements Kind {

  private static final long HELD = TimeUnit.SECONDS.toNanos(10);

  @Override
  public boolean follow(Class<?> decider, Object result, Ending ending) {
    Future<?> future = (Future<?>) result;
    if (future.isDone()) {
      Done.tell(future, ending);
      return true;
    }
    return Telemetry.current().poll(new Poll(future, ending, System::nanoTime));
  }

  /**
   * Asks one future. It is held for some seconds, so that the outcome of a task whose future nobody
   * keeps is seen; then weakly, so that one that a full executor threw away does not stay. One that
   * was collected counts as cancelled: nobody can ever see its result.
   */
  static final class Poll implements BooleanSupplier {

    private final Ending ending;
    private final LongSupplier clock;
    private final long since;
    private Supplier<Future<?>> reference;
    private boolean weak;

    Poll(Future<?> future, Ending ending, LongSupplier clock) {
      this.reference = () -> future;
      this.ending = ending;
      this.clock = clock;
      this.since = clock.getAsLong();
    }

    @Override
    public boolean getAsBoolean() {
      Future<?> future = reference.get();
      if (future == null) {
        ending.cancelled();
        return true;
      }
      if (!isDone(future)) {
        if (!weak && clock.getAsLong() - since >= HELD) {
          weak = true;
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
