package io.peertap.operations.executor;

/** At {@code afterExecute(Runnable, Throwable)}: a task has run. */
final class EndTap extends ExecutorTap {

  EndTap(Pools pools, Group group) {
    super(pools, group, THIS, 0, 1);
  }

  @Override
  public Object enter(Object[] values) {
    Pool pool = pool(values[0]);
    Run run = pool == null ? null : pools().run(Thread.currentThread());
    if (run != null && run.isIn(pool)) {
      run.end(values[1], (Throwable) values[2]);
    }
    return null;
  }
}
