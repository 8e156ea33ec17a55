package io.peertap.operations.executor;

/** At the JDK's {@code reject(Runnable)}, which asks the executor's policy: a task is refused. */
final class RefuseTap extends ExecutorTap {

  RefuseTap(Pools pools) {
    super(pools, null, THIS, 0);
  }

  @Override
  public Object enter(Object[] values) {
    Pool pool = pool(values[0]);
    if (pool == null || !pools().name(pool, "", values[0].getClass())) {
      return null;
    }
    pools().submissions().refusing(pool, values[0], values[1]);
    return pool;
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token != null) {
      pools().submissions().refused(failure);
    }
  }
}
