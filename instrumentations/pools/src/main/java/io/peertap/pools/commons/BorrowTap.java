package io.peertap.pools.commons;

import io.peertap.api.MethodTap;
import io.peertap.api.Outcome;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.apache.commons.pool2.impl.BaseGenericObjectPool;
import org.apache.commons.pool2.impl.GenericKeyedObjectPool;
import org.apache.commons.pool2.impl.GenericObjectPool;

/** Somebody borrows; where a method takes a duration, the one that takes milliseconds calls it. */
public final class BorrowTap implements MethodTap {

  private final boolean pool = has(GenericObjectPool.class, Duration.class);
  private final boolean keyed = has(GenericKeyedObjectPool.class, Object.class, Duration.class);

  /** One borrowing; the key is null if the pool has none. */
  private record Borrowing(BaseGenericObjectPool<?> pool, Object key, long start) {}

  @Override
  public Object enter(Object[] values) {
    boolean hasKey = values.length > 2;
    if (values[1] instanceof Long && (hasKey ? keyed : pool)) {
      return null;
    }
    BaseGenericObjectPool<?> from = (BaseGenericObjectPool<?>) values[0];
    Lending.meet(from);
    return new Borrowing(from, hasKey ? values[2] : null, System.nanoTime());
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Borrowing borrowing) {
      Lending.acquired(Outcome.SUCCESS, System.nanoTime() - borrowing.start);
      Lending.lent(result, peer(borrowing.key));
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Borrowing borrowing) {
      Lending.acquired(outcome(borrowing.pool, failure), System.nanoTime() - borrowing.start);
    }
  }

  /** A pool that does not block says so in the same words. */
  private static Outcome outcome(BaseGenericObjectPool<?> pool, Throwable failure) {
    if (failure instanceof InterruptedException) {
      return Outcome.CANCELLED;
    }
    return failure instanceof NoSuchElementException
            && failure.getCause() == null
            && pool.getBlockWhenExhausted()
        ? Outcome.TIMEOUT
        : Outcome.FAILURE;
  }

  /** What keys are by which peers are pooled: their addresses and their names. */
  private static String peer(Object key) {
    if (key instanceof InetSocketAddress address && address.getAddress() != null) {
      return address.getAddress().getHostAddress() + ':' + address.getPort();
    }
    return key instanceof String name ? name : null;
  }

  private static boolean has(Class<?> type, Class<?>... arguments) {
    try {
      return type.getMethod("borrowObject", arguments) != null;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
