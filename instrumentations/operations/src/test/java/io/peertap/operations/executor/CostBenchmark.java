package io.peertap.operations.executor;

import com.sun.management.ThreadMXBean;
import io.peertap.test.InProcessAgent;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** What {@code jdk.executors=on} costs a task: nanoseconds and bytes, without and with it. */
final class CostBenchmark {

  private static final int TASKS = 5_000;
  private static final int ROUNDS = 120;
  private static final int MEASURED = 20;

  private static volatile int sink;

  private CostBenchmark() {}

  /** Prints one line without and one with the option. */
  public static void main(String[] args) throws Exception {
    PrintStream out = System.out;
    out.println("without " + measure());
    try (InProcessAgent agent =
        InProcessAgent.start("operations.conventions=off,jdk.executors=on")) {
      out.println("with    " + measure());
      out.println("counted " + (long) agent.scrape().sum("operations_completed_total"));
    }
  }

  /** One thread hands in, one runs; the median of the last rounds. */
  private static String measure() throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, queue);
    long[] handIn = new long[ROUNDS];
    long[] run = new long[ROUNDS];
    long[] bytes = new long[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      Runnable[] tasks = new Runnable[TASKS];
      for (int i = 0; i < tasks.length; i++) {
        int number = i;
        tasks[i] = () -> sink = number;
      }
      CountDownLatch free = Tasks.occupy(pool);
      long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
      long begin = System.nanoTime();
      for (Runnable task : tasks) {
        pool.execute(task);
      }
      handIn[round] = System.nanoTime() - begin;
      bytes[round] = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
      CountDownLatch done = new CountDownLatch(1);
      pool.execute(done::countDown);
      begin = System.nanoTime();
      free.countDown();
      Tasks.await(done);
      run[round] = System.nanoTime() - begin;
    }
    Tasks.finish(pool);
    return String.format(
        Locale.ROOT,
        "hand in %d ns, %d bytes; run %d ns",
        median(handIn) / TASKS,
        median(bytes) / TASKS,
        median(run) / TASKS);
  }

  private static long median(long[] rounds) {
    long[] last = Arrays.copyOfRange(rounds, ROUNDS - MEASURED, ROUNDS);
    Arrays.sort(last);
    return last[MEASURED / 2];
  }
}
