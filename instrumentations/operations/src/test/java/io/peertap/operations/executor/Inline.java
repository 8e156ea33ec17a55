package io.peertap.operations.executor;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** An application's executor that is no thread pool: it runs tasks on the spot, if it is open. */
final class Inline implements Executor {

  private boolean open = true;

  void close() {
    open = false;
  }

  @Override
  public void execute(Runnable task) {
    if (!open) {
      throw new RejectedExecutionException();
    }
    task.run();
  }
}
