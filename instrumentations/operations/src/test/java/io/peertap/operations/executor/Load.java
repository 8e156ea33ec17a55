package io.peertap.operations.executor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Many tasks from many threads, half of them one and the same object. */
final class Load {

  static final int TASKS = 2_000;

  private static final int THREADS = 8;

  private Load() {}

  /** Hands in, waits until all have run, and answers how many have. */
  static int run(ExecutorService executor) throws InterruptedException {
    AtomicInteger ran = new AtomicInteger();
    Runnable same = ran::incrementAndGet;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Thread thread = new Thread(() -> {
        for (int task = 0; task < TASKS / THREADS / 2; task++) {
          executor.execute(same);
          executor.execute(new FutureTask<>(ran::incrementAndGet));
        }
      });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Tasks.eventually(() -> ran.get() == TASKS);
    return ran.get();
  }
}
