package io.peertap.operations.executor;

import io.peertap.operations.expression.Values;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What is known of one executor. */
final class Pool {

  /** Tasks of one executor whose time is kept; of those beyond it is not told how long they wait. */
  static final int MOST_WAITING = 10_000;

  private final WeakIdentityMap<Times> waiting = new WeakIdentityMap<>(MOST_WAITING);
  private final boolean readable;
  private volatile Group group;
  private volatile boolean ignored;
  private volatile boolean blind;

  Pool(Object executor) {
    readable = executor instanceof ThreadPoolExecutor
        ? isOfJdk(executor, "getQueue")
        : executor instanceof ForkJoinPool
            && isOfJdk(executor, "getQueuedTaskCount")
            && isOfJdk(executor, "getQueuedSubmissionCount");
  }

  /** What it counts under; null as long as that is not known. */
  Group group() {
    return group;
  }

  void assign(Group to) {
    group = to;
  }

  /** Whether it can be told what waits. */
  boolean isReadable() {
    return readable;
  }

  /** It is the agent's own. */
  void ignore() {
    ignored = true;
  }

  boolean isIgnored() {
    return ignored;
  }

  /** Its tasks begin, and their ends are not seen: an override keeps them to itself. */
  void becomeBlind() {
    blind = true;
  }

  boolean isBlind() {
    return blind;
  }

  /** A task begins to wait. */
  void submitted(Object task, long now) {
    Times fresh = new Times(now);
    Times known = waiting.keep(task, fresh);
    while (known != null && known != fresh && !known.add(now)) {
      waiting.remove(task, known);
      known = waiting.keep(task, fresh);
    }
  }

  /** A task that began to wait does not. */
  void refused(Object task) {
    Times times = waiting.get(task);
    if (times != null) {
      times.takeBack();
      forget(task, times);
    }
  }

  /** A task ends to wait; answers how long it did, or {@link Times#UNKNOWN}. */
  long taken(Object task, long now) {
    Times times = waiting.get(task);
    if (times == null) {
      return overdue(task);
    }
    long waited = times.take(now);
    forget(task, times);
    return waited;
  }

  int waiting() {
    return waiting.size();
  }

  /** How many tasks wait in its queue. */
  long depth(Object executor) {
    if (!readable) {
      return 0;
    }
    return executor instanceof ThreadPoolExecutor threads
        ? Math.max(0, Values.size(threads.getQueue()))
        : depth((ForkJoinPool) executor);
  }

  private static long depth(ForkJoinPool executor) {
    return executor.getQueuedTaskCount() + executor.getQueuedSubmissionCount();
  }

  private void forget(Object task, Times times) {
    if (times.isOver()) {
      waiting.remove(task, times);
    }
  }

  /** A scheduled task waits from when it is due, and knows that itself. */
  private static long overdue(Object task) {
    return task instanceof RunnableScheduledFuture<?> scheduled && isOfJdk(task.getClass())
        ? Math.max(0, -scheduled.getDelay(TimeUnit.NANOSECONDS))
        : Times.UNKNOWN;
  }

  /** Whether a method without parameters runs no code of the application. */
  private static boolean isOfJdk(Object object, String method) {
    try {
      return isOfJdk(object.getClass().getMethod(method).getDeclaringClass());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  private static boolean isOfJdk(Class<?> type) {
    return type.getClassLoader() == null;
  }
}
