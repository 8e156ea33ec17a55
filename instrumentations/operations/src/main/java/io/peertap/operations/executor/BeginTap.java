package io.peertap.operations.executor;

/** At {@code beforeExecute(Thread, Runnable)}: a task ends to wait, and runs when the method has returned. */
final class BeginTap extends ExecutorTap {

  private final boolean runs;

  /**
   * A tap.
   *
   * @param runs whether the ends of tasks are seen too; otherwise only their waiting ends here
   */
  BeginTap(Pools pools, Group group, boolean runs) {
    super(pools, group, THIS, 1);
    this.runs = runs;
  }

  @Override
  public Object enter(Object[] values) {
    Pool pool = pool(values[0]);
    Thread thread = Thread.currentThread();
    if (pool == null || !pools().name(pool, thread.getName(), values[0].getClass())) {
      return null;
    }
    Run run = pools().run(thread);
    if (run == null || !run.enter(pool, values[1])) {
      return null;
    }
    pool.group().waited(pool.taken(values[1], pools().now()));
    return run;
  }

  @Override
  public void returned(Object token, Object result) {
    if (token instanceof Run run) {
      if (runs) {
        run.begin();
      } else {
        run.clear();
      }
    }
  }

  @Override
  public void threw(Object token, Throwable failure) {
    if (token instanceof Run run) {
      run.clear();
    }
  }
}
