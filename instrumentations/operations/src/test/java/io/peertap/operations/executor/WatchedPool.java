package io.peertap.operations.executor;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An application's executor that declares everything there is to hook. */
class WatchedPool extends ThreadPoolExecutor {

  final AtomicInteger before = new AtomicInteger();
  final AtomicInteger after = new AtomicInteger();

  WatchedPool(int threads, BlockingQueue<Runnable> queue) {
    super(threads, threads, 0, TimeUnit.SECONDS, queue);
  }

  @Override
  public void execute(Runnable task) {
    super.execute(task);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable task) {
    super.beforeExecute(thread, task);
    before.incrementAndGet();
  }

  @Override
  protected void afterExecute(Runnable task, Throwable failure) {
    super.afterExecute(task, failure);
    after.incrementAndGet();
  }
}
