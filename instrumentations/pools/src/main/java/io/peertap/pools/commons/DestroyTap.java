package io.peertap.pools.commons;

import io.peertap.api.Eviction;
import io.peertap.api.MethodTap;
import org.apache.commons.pool2.PooledObject;
import org.apache.commons.pool2.impl.BaseGenericObjectPool;

/** A pool lets something go; what it is about to do with it tells why. */
public final class DestroyTap implements MethodTap {

  @Override
  public Object enter(Object[] values) {
    BaseGenericObjectPool<?> pool = (BaseGenericObjectPool<?>) values[0];
    return pool.isClosed() ? null : reason(pool, (PooledObject<?>) values[1]);
  }

  /** False, where there is an answer, is that somebody else was faster. */
  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Eviction reason && !Boolean.FALSE.equals(result)) {
      Lending.evicted(reason);
    }
  }

  /** What cannot be closed is let go all the same. */
  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Eviction reason) {
      Lending.evicted(reason);
    }
  }

  /** Null if the application empties the pool. */
  private static Eviction reason(BaseGenericObjectPool<?> pool, PooledObject<?> pooled) {
    return switch (pooled.getState()) {
      case IDLE -> Lending.isClearing(pool) ? null : Eviction.CAPACITY;
      case EVICTION, EVICTION_RETURN_TO_HEAD ->
        Lending.hasExpired(pooled) || !pool.getTestWhileIdle() ? Eviction.IDLE : Eviction.ERROR;
      default -> Eviction.ERROR;
    };
  }
}
