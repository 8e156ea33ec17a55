package io.peertap.operations.executor;

import static io.peertap.operations.executor.Tasks.active;
import static io.peertap.operations.executor.Tasks.completed;
import static io.peertap.operations.executor.Tasks.depth;
import static io.peertap.operations.executor.Tasks.eventually;
import static io.peertap.operations.executor.Tasks.finish;
import static io.peertap.operations.executor.Tasks.occupy;
import static io.peertap.operations.executor.Tasks.rejected;
import static io.peertap.operations.executor.Tasks.rule;
import static io.peertap.operations.executor.Tasks.started;
import static io.peertap.operations.executor.Tasks.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.test.InProcessAgent;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The JDK's own executors, opted in. */
class OpenedJdkTest {

  private static final String ON = "operations.conventions=off,jdk.executors=on";

  private final AtomicInteger numbers = new AtomicInteger();

  @Test
  void plainPool_isNamedAfterItsThreads() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      ThreadPoolExecutor pool = pool("plain-signer", new LinkedBlockingQueue<>());
      CountDownLatch free = occupy(pool);
      pool.execute(() -> {});
      Future<?> failing = pool.submit(() -> {
        throw new IllegalStateException("lost");
      });
      assertThat(depth(agent, "plain-signer")).isEqualTo(2);
      assertThat(active(agent, "plain-signer")).isEqualTo(1);
      free.countDown();
      finish(pool);
      assertThatThrownBy(failing::get).hasRootCauseMessage("lost");
      assertThat(started(agent, "plain-signer")).isEqualTo(3);
      assertThat(completed(agent, "plain-signer", "success")).isEqualTo(2);
      assertThat(completed(agent, "plain-signer", "failure")).isEqualTo(1);
      assertThat(waits(agent, "plain-signer")).isEqualTo(3);
      assertThat(depth(agent, "plain-signer")).isZero();
    }
  }

  @Test
  void poolThatWasThereBefore_isSeenFromItsNextTask() throws Exception {
    ThreadPoolExecutor pool = pool("old-signer", new LinkedBlockingQueue<>());
    pool.submit(() -> {}).get();
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      pool.submit(() -> {}).get();
      finish(pool);
      assertThat(completed(agent, "old-signer", "success")).isEqualTo(1);
    }
  }

  @Test
  void everyPolicy_refuses() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      refuse("abort", new ThreadPoolExecutor.AbortPolicy());
      refuse("discard", new ThreadPoolExecutor.DiscardPolicy());
      refuse("oldest", new ThreadPoolExecutor.DiscardOldestPolicy());
      refuse("caller", new ThreadPoolExecutor.CallerRunsPolicy());
      for (String policy : new String[] {"abort", "discard", "oldest", "caller"}) {
        assertThat(rejected(agent, policy)).as(policy).isEqualTo(3);
        assertThat(started(agent, policy)).as(policy).isEqualTo(2);
        assertThat(waits(agent, policy)).as(policy).isEqualTo(2);
      }
    }
  }

  @Test
  void executorOfARule_keepsItsNameAndCountsOnce() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "*Pool") + ",jdk.executors=on")) {
      DeeperPool deep = new DeeperPool(1, new ArrayBlockingQueue<>(1));
      CountDownLatch free = occupy(deep);
      deep.execute(() -> {});
      assertThatThrownBy(() -> deep.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(depth(agent, "crew")).isEqualTo(1);
      free.countDown();
      finish(deep);
      SilentPool silent = new SilentPool(1);
      silent.submit(() -> {}).get();
      finish(silent);

      assertThat(completed(agent, "crew", "success")).isEqualTo(3);
      assertThat(waits(agent, "crew")).isEqualTo(3);
      assertThat(rejected(agent, "crew")).isEqualTo(1);
      assertThat(agent.scrape().text()).doesNotContain("pool-thread");
    }
  }

  @Test
  void manyThreads_countExactly() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      ExecutorService pool = Executors.newFixedThreadPool(4, this::crewThread);
      assertThat(Load.run(pool)).isEqualTo(Load.TASKS);
      finish(pool);
      assertThat(started(agent, "load-crew")).isEqualTo(Load.TASKS);
      assertThat(completed(agent, "load-crew", "success")).isEqualTo(Load.TASKS);
      assertThat(waits(agent, "load-crew")).isEqualTo(Load.TASKS);
    }
  }

  @Test
  void scheduledTasks_runEachTime() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      ScheduledExecutorService pool =
          Executors.newScheduledThreadPool(1, work -> new Thread(work, "timer"));
      AtomicInteger ticks = new AtomicInteger();
      Future<?> ticking =
          pool.scheduleWithFixedDelay(ticks::incrementAndGet, 0, 1, TimeUnit.MILLISECONDS);
      eventually(() -> ticks.get() >= 10);
      assertThat(ticking).isNotDone();
      pool.shutdownNow();
      assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
      assertThat(started(agent, "timer")).isEqualTo(ticks.get());
      assertThat(waits(agent, "timer")).isEqualTo(ticks.get());
    }
  }

  @Test
  void forkJoinPool_tellsItsDepth() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      ForkJoinPool pool = new ForkJoinPool(1);
      CountDownLatch free = occupy(pool);
      pool.execute(() -> {});
      pool.execute(() -> {});
      assertThat(depth(agent, "ForkJoinPool-worker")).isEqualTo(2);
      free.countDown();
      finish(pool);
      assertThat(depth(agent, "ForkJoinPool-worker")).isZero();
      assertThat(agent.scrape().text()).doesNotContain("operation=\"ForkJoinPool-worker\"");
    }
  }

  @Test
  void agentsOwnThreads_areNotMeasured() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      eventually(() -> agent.agent().port() > 0);
      URI uri = URI.create("http://127.0.0.1:" + agent.agent().port() + "/metrics");
      String text = HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
          .body();
      assertThat(text).contains("peertap_agent_info");
      assertThat(agent.scrape().text())
          .doesNotContain("operation=\"peertap", "queue=\"peertap", "\"Workers");
    }
  }

  @Test
  void processes_endUnderTheirSmallThreads() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(ON)) {
      String java = ProcessHandle.current().info().command().orElseThrow();
      Process process =
          new ProcessBuilder(java, "-version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.onExit().get(10, TimeUnit.SECONDS).exitValue()).isZero();
      assertThat(agent.scrape().sum("agent_errors_total")).isZero();
    }
  }

  private void refuse(String name, RejectedExecutionHandler policy) throws Exception {
    ThreadPoolExecutor pool = pool(name, new ArrayBlockingQueue<>(1));
    pool.setRejectedExecutionHandler(policy);
    CountDownLatch free = occupy(pool);
    pool.execute(() -> {});
    for (int i = 0; i < 3; i++) {
      try {
        pool.execute(() -> numbers.incrementAndGet());
      } catch (RejectedExecutionException e) {
        assertThat(name).isEqualTo("abort");
      }
    }
    free.countDown();
    finish(pool);
  }

  private ThreadPoolExecutor pool(String name, BlockingQueue<Runnable> queue) {
    return new ThreadPoolExecutor(
        1,
        1,
        0,
        TimeUnit.SECONDS,
        queue,
        work -> new Thread(work, name + '-' + numbers.incrementAndGet()));
  }

  private Thread crewThread(Runnable work) {
    return new Thread(work, "load-crew-" + numbers.incrementAndGet());
  }
}
