package io.peertap.runtime;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Has the hooks in the JDK's executors linked by threads of the agent, before the application's come
 * by: linking takes stack, and some of the JDK's own threads, those that wait for processes, have
 * little.
 */
final class JdkExecutors {

  private static final long PATIENCE_SECONDS = 5;

  private JdkExecutors() {}

  /** Runs and refuses a task. */
  static void link(AgentLog log) {
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(1), JdkExecutors::thread);
    pool.execute(JdkExecutors::nothing);
    pool.shutdown();
    try {
      if (!pool.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        log.warn("the JDK's executors could not be tried out in time");
      }
      pool.execute(JdkExecutors::nothing);
    } catch (RejectedExecutionException e) {
      // As it should be: the pool is shut down.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void nothing() {}

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(null, work, "peertap-link", 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }
}
