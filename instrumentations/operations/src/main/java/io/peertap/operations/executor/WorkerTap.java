package io.peertap.operations.executor;

import java.util.concurrent.ForkJoinWorkerThread;

/** Where a worker of a fork-join pool begins: learns the pool. Tasks go on unseen. */
final class WorkerTap extends ExecutorTap {

  WorkerTap(Pools pools) {
    super(pools, null, THIS);
  }

  @Override
  public Object enter(Object[] values) {
    ForkJoinWorkerThread worker = (ForkJoinWorkerThread) values[0];
    Object executor = isCarrier(worker) ? null : worker.getPool();
    Pool pool = executor == null ? null : pool(executor);
    if (pool != null) {
      pools().name(pool, worker.getName(), executor.getClass());
    }
    return null;
  }

  /** The JDK runs virtual threads on workers of its own. */
  private static boolean isCarrier(ForkJoinWorkerThread worker) {
    return worker.getClass().getName().startsWith("jdk.internal.");
  }
}
