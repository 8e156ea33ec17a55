package io.peertap.testapp.work;

import io.peertap.testapp.net.ProtocolException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The threads of one node, as many as its work needs. */
public final class Workers {

  private static final int END_WITHIN_SECONDS = 2;

  private final ExecutorService threads;
  private final Consumer<String> out;
  private final AtomicInteger running = new AtomicInteger();

  /** Workers who say what went wrong. */
  public Workers(String node, Consumer<String> out) {
    this.out = out;
    AtomicLong count = new AtomicLong();
    this.threads = Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, node + "-worker-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }

  /** Work that may fail, which is told and else no concern of anybody. */
  @FunctionalInterface
  public interface Job {

    /** Does it. */
    void run() throws InterruptedException, TimeoutException, ProtocolException;
  }

  /**
   * Begins work.
   *
   * @throws RejectedExecutionException once stopped
   */
  public void start(String name, Job job) {
    running.incrementAndGet();
    try {
      threads.execute(() -> run(name, job));
    } catch (RejectedExecutionException stopped) {
      running.decrementAndGet();
      throw stopped;
    }
  }

  private void run(String name, Job job) {
    try {
      job.run();
    } catch (TimeoutException e) {
      out.accept(name + " timed out: " + e.getMessage());
    } catch (ProtocolException | RuntimeException e) {
      out.accept(name + " failed: " + e.getMessage());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      running.decrementAndGet();
    }
  }

  /** Counts work that goes on by itself; returns the same future. */
  public <T> CompletableFuture<T> follow(CompletableFuture<T> work) {
    running.incrementAndGet();
    var unused = work.whenComplete((result, failed) -> running.decrementAndGet());
    return work;
  }

  /** Whether nothing is under way. */
  public boolean idle() {
    return running.get() == 0;
  }

  /** Interrupts what is under way, waits for its end and takes no more. */
  public void stop() throws InterruptedException {
    threads.shutdownNow();
    var unused = threads.awaitTermination(END_WITHIN_SECONDS, TimeUnit.SECONDS);
  }
}
