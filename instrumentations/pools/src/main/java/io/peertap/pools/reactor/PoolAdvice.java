package io.peertap.pools.reactor;

import io.peertap.api.Outcome;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import net.bytebuddy.asm.Advice;
import reactor.core.Disposable;
import reactor.pool.InstrumentedPool;
import reactor.pool.PooledRef;

/** A pool and those who borrow from it, on whatever thread; a borrower is true once it gave up. */
final class PoolAdvice {

  private PoolAdvice() {}

  /** A borrower gets in line. */
  public static final class Acquire {
    private Acquire() {}

    /** Before anything can be delivered to it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void doAcquire(@Advice.This Object pool, @Advice.Argument(0) Object borrower) {
      Borrowing.meet((InstrumentedPool<?>) pool);
      if (!gaveUp(borrower)) {
        Borrowing.begin(borrower);
      }
    }
  }

  /** A borrower gets what it waits for. */
  public static final class Deliver {
    private Deliver() {}

    /** Before the application has it; who gave up does not get it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void deliver(@Advice.This Object borrower, @Advice.Argument(0) Object reference) {
      if (!gaveUp(borrower)) {
        Borrowing.over(borrower, Outcome.SUCCESS);
        Borrowing.delivered((PooledRef<?>) reference);
      }
    }
  }

  /** There is nothing for a borrower. */
  public static final class Fail {
    private Fail() {}

    /** Who gave up does not hear it. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void fail(@Advice.This Object borrower, @Advice.Argument(0) Throwable failure) {
      Borrowing.over(
          borrower, failure instanceof TimeoutException ? Outcome.TIMEOUT : Outcome.FAILURE);
    }
  }

  /** A borrower has waited for too long. */
  public static final class TimeOut {
    private TimeOut() {}

    /** Nothing of it is left if it has been served. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void run(@Advice.This Object borrower) {
      Borrowing.over(borrower, Outcome.TIMEOUT);
    }
  }

  /** A borrower gives up; after it has been served that means nothing. */
  public static final class Cancel {
    private Cancel() {}

    /** Nothing of it is left if it has been served. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void cancel(@Advice.This Object borrower) {
      Borrowing.over(borrower, Outcome.CANCELLED);
    }
  }

  /** Something is let go. */
  public static final class Destroy {
    private Destroy() {}

    /** A pool that closes evicts nothing. */
    @Advice.OnMethodEnter(inline = false, suppress = Throwable.class)
    public static void destroyPoolable(
        @Advice.This Object pool, @Advice.Argument(0) Object reference) {
      if (!((Disposable) pool).isDisposed()) {
        Borrowing.destroyed((PooledRef<?>) reference);
      }
    }
  }

  private static boolean gaveUp(Object borrower) {
    return ((AtomicBoolean) borrower).get();
  }
}
