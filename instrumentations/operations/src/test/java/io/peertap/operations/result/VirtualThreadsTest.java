package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many virtual threads, each of which waits for a result that is followed. */
@EnabledForJreRange(min = JRE.JAVA_21)
class VirtualThreadsTest {

  private static final int THREADS = 10_000;

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  @Test
  void everyResult_isToldOnce() throws Exception {
    ExecutorService executor = virtualThreads();
    try {
      CountDownLatch waiting = new CountDownLatch(THREADS);
      List<CompletableFuture<Integer>> results = new ArrayList<>();
      List<Future<Integer>> threads = new ArrayList<>();
      AtomicInteger ended = new AtomicInteger();
      for (int i = 0; i < THREADS; i++) {
        CompletableFuture<Integer> result = new CompletableFuture<>();
        results.add(result);
        threads.add(executor.submit(() -> {
          Results.follow(result, new Counting(ended));
          waiting.countDown();
          return result.join();
        }));
      }
      assertThat(waiting.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(ended).hasValue(0);

      for (int i = 0; i < THREADS; i++) {
        results.get(i).complete(i);
      }
      for (int i = 0; i < THREADS; i++) {
        assertThat(threads.get(i).get(30, TimeUnit.SECONDS)).isEqualTo(i);
      }

      assertThat(ended).hasValue(THREADS);
      assertThat(telemetry.failures()).isEmpty();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void everyTask_isToldOnce() throws Exception {
    ExecutorService executor = virtualThreads();
    try {
      CountDownLatch gate = new CountDownLatch(1);
      AtomicInteger ended = new AtomicInteger();
      List<Future<?>> tasks = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        Future<?> task = executor.submit(() -> gate.await(30, TimeUnit.SECONDS));
        tasks.add(task);
        Results.follow(task, new Counting(ended));
      }
      telemetry.ask();
      assertThat(ended).hasValue(0);

      gate.countDown();
      for (Future<?> task : tasks) {
        task.get();
      }
      telemetry.ask();

      assertThat(ended).hasValue(THREADS);
    } finally {
      executor.shutdownNow();
    }
  }

  /** The tests are compiled for a JDK that has none. */
  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    return (ExecutorService)
        Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
  }

  private record Counting(AtomicInteger ended) implements Ending {

    @Override
    public void succeeded(Object value) {
      ended.incrementAndGet();
    }

    @Override
    public void failed(Throwable cause) {
      throw new AssertionError(cause);
    }

    @Override
    public void cancelled() {
      throw new AssertionError("cancelled");
    }
  }
}
