package io.peertap.http;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few threads that answer requests and end when nobody asks. A request that takes too long, most
 * likely because its client neither writes nor reads, is interrupted when another one needs a
 * thread; that closes its connection.
 */
final class Workers extends ThreadPoolExecutor {

  private static final int THREADS = 4;
  private static final int WAITING = 64;
  private static final long KEEP_SECONDS = 30;

  private final long limitNanos;
  private final Map<Thread, Work> running = new ConcurrentHashMap<>();

  Workers(ThreadGroup group, long limitNanos) {
    super(
        THREADS,
        THREADS,
        KEEP_SECONDS,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        new Factory(group));
    this.limitNanos = limitNanos;
    allowCoreThreadTimeOut(true);
  }

  /** Called by the server's dispatcher; when it throws, the server closes the connection. */
  @Override
  public void execute(Runnable exchange) {
    long now = System.nanoTime();
    for (Work work : running.values()) {
      work.interruptAfter(now - limitNanos);
    }
    super.execute(exchange);
  }

  @Override
  protected void beforeExecute(Thread thread, Runnable exchange) {
    running.put(thread, new Work(thread));
  }

  @Override
  protected void afterExecute(Runnable exchange, Throwable failure) {
    Work work = running.remove(Thread.currentThread());
    if (work != null) {
      work.end();
    }
  }

  /** One request in progress. */
  private static final class Work {
    private final Thread thread;
    private final long begin = System.nanoTime();
    private boolean ended;

    Work(Thread thread) {
      this.thread = thread;
    }

    /** Under the lock, so that the interrupt never hits the thread's next request. */
    synchronized void interruptAfter(long latest) {
      if (!ended && begin - latest < 0) {
        thread.interrupt();
      }
    }

    synchronized void end() {
      ended = true;
    }
  }

  private static final class Factory implements ThreadFactory {
    private final ThreadGroup group;
    private final AtomicInteger number = new AtomicInteger();

    Factory(ThreadGroup group) {
      this.group = group;
    }

    @Override
    public Thread newThread(Runnable work) {
      return DaemonThreads.create(group, work, "peertap-http-" + number.incrementAndGet());
    }
  }
}
