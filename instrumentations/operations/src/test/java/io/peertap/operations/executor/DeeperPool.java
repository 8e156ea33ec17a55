package io.peertap.operations.executor;

import java.util.concurrent.BlockingQueue;

/** Overrides once more what the class above overrides. */
final class DeeperPool extends WatchedPool {

  DeeperPool(int threads, BlockingQueue<Runnable> queue) {
    super(threads, queue);
  }

  @Override
  public void execute(Runnable task) {
    super.execute(task);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    super.beforeExecute(thread, task);
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    super.afterExecute(task, failure);
  }
}
