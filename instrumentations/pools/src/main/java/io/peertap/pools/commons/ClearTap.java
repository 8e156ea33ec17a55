package io.peertap.pools.commons;

import io.peertap.api.MethodTap;

/** The application empties a pool, or closes it. */
public final class ClearTap implements MethodTap {

  @Override
  public Object enter(Object[] values) {
    Lending.clearing(values[0]).incrementAndGet();
    return values[0];
  }

  @Override
  public void returned(Object pool, Object result) {
    over(pool);
  }

  @Override
  public void threw(Object pool, Throwable failure) {
    over(pool);
  }

  private static void over(Object pool) {
    if (pool != null) {
      Lending.clearing(pool).decrementAndGet();
    }
  }
}
