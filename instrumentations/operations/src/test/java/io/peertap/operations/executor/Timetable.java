package io.peertap.operations.executor;

import java.util.concurrent.ScheduledThreadPoolExecutor;

/** An application's executor of tasks that have their time. */
final class Timetable extends ScheduledThreadPoolExecutor {

  Timetable() {
    super(1);
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
