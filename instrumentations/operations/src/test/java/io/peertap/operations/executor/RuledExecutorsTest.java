package io.peertap.operations.executor;

import static io.peertap.operations.executor.Tasks.active;
import static io.peertap.operations.executor.Tasks.completed;
import static io.peertap.operations.executor.Tasks.depth;
import static io.peertap.operations.executor.Tasks.eventually;
import static io.peertap.operations.executor.Tasks.finish;
import static io.peertap.operations.executor.Tasks.occupy;
import static io.peertap.operations.executor.Tasks.ran;
import static io.peertap.operations.executor.Tasks.rejected;
import static io.peertap.operations.executor.Tasks.rule;
import static io.peertap.operations.executor.Tasks.started;
import static io.peertap.operations.executor.Tasks.waited;
import static io.peertap.operations.executor.Tasks.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.peertap.api.rule.RuleSettings;
import io.peertap.operations.Rules;
import io.peertap.operations.Views;
import io.peertap.test.InProcessAgent;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Executors of the application's own classes, by rule; nothing of the JDK is hooked. */
class RuledExecutorsTest {

  @Test
  void everyTask_isCountedWithItsWaitAndItsRun() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"))) {
      WatchedPool pool = new WatchedPool(1, new LinkedBlockingQueue<>());
      long begin = System.nanoTime();
      CountDownLatch free = occupy(pool);
      for (int i = 0; i < 3; i++) {
        pool.execute(() -> {});
      }
      long handedIn = System.nanoTime();
      assertThat(depth(agent, "crew")).isEqualTo(3);
      assertThat(active(agent, "crew")).isEqualTo(1);
      assertThat(started(agent, "crew")).isEqualTo(1);
      assertThat(waits(agent, "crew")).isEqualTo(1);
      double atLeast = (System.nanoTime() - handedIn) / 1e9;
      free.countDown();
      finish(pool);
      double atMost = (System.nanoTime() - begin) / 1e9;

      assertThat(depth(agent, "crew")).isZero();
      assertThat(active(agent, "crew")).isZero();
      assertThat(completed(agent, "crew", "success")).isEqualTo(4);
      assertThat(started(agent, "crew")).isEqualTo(4);
      assertThat(waits(agent, "crew")).isEqualTo(4);
      assertThat(waited(agent, "crew")).isBetween(3 * atLeast, 4 * atMost);
      assertThat(ran(agent, "crew")).isBetween(atLeast, atMost);
    }
  }

  @Test
  void failures_areThoseOfTheTaskAndOfItsFuture() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"))) {
      WatchedPool pool = new WatchedPool(1, new LinkedBlockingQueue<>());
      pool.setThreadFactory(work -> {
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((dead, failure) -> {});
        return thread;
      });
      pool.execute(() -> {
        throw new IllegalStateException("bare");
      });
      Future<?> failing = pool.submit(() -> {
        throw new TimeoutException("in the future");
      });
      CountDownLatch free = occupy(pool);
      Future<?> cancelled = pool.submit(() -> {});
      cancelled.cancel(false);
      free.countDown();
      finish(pool);

      assertThatThrownBy(failing::get).hasRootCauseMessage("in the future");
      assertThatThrownBy(cancelled::get).isInstanceOf(CancellationException.class);
      assertThat(completed(agent, "crew", "failure")).isEqualTo(1);
      assertThat(completed(agent, "crew", "timeout")).isEqualTo(1);
      assertThat(completed(agent, "crew", "cancelled")).isEqualTo(1);
      assertThat(completed(agent, "crew", "success")).isEqualTo(1);
    }
  }

  @Test
  void whatIsRefused_isRejectedAndNothingElse() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"))) {
      WatchedPool pool = new WatchedPool(1, new ArrayBlockingQueue<>(1));
      CountDownLatch free = occupy(pool);
      Runnable same = () -> {};
      pool.execute(same);
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> pool.execute(same)).isInstanceOf(RejectedExecutionException.class);
      }
      assertThat(rejected(agent, "crew")).isEqualTo(5);
      free.countDown();
      finish(pool);

      assertThat(started(agent, "crew")).isEqualTo(2);
      assertThat(waits(agent, "crew")).isEqualTo(2);
      assertThat(rejected(agent, "crew")).isEqualTo(5);
    }
  }

  @Test
  void whatATaskHandsInAndIsRefused_isRejected() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"))) {
      WatchedPool pool = new WatchedPool(1, new ArrayBlockingQueue<>(1));
      Future<Boolean> refused = pool.submit(() -> {
        pool.execute(() -> {});
        try {
          pool.execute(() -> {});
          return false;
        } catch (RejectedExecutionException e) {
          return true;
        }
      });
      assertThat(refused.get(10, TimeUnit.SECONDS)).isTrue();
      finish(pool);
      assertThat(rejected(agent, "crew")).isEqualTo(1);
      assertThat(completed(agent, "crew", "success")).isEqualTo(2);
    }
  }

  @Test
  void overridesAboveOverrides_countOnce() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "*Pool"))) {
      DeeperPool pool = new DeeperPool(1, new ArrayBlockingQueue<>(1));
      CountDownLatch free = occupy(pool);
      pool.execute(() -> {});
      assertThatThrownBy(() -> pool.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(depth(agent, "crew")).isEqualTo(1);
      free.countDown();
      finish(pool);
      assertThat(started(agent, "crew")).isEqualTo(2);
      assertThat(completed(agent, "crew", "success")).isEqualTo(2);
      assertThat(waits(agent, "crew")).isEqualTo(2);
      assertThat(rejected(agent, "crew")).isEqualTo(1);
    }
  }

  @Test
  void classWithoutOverrides_tellsItsDepthAndNoMore() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "SilentPool"))) {
      SilentPool pool = new SilentPool(1);
      CountDownLatch free = occupy(pool);
      pool.execute(() -> {});
      pool.execute(() -> {});
      assertThat(depth(agent, "crew")).isEqualTo(2);
      free.countDown();
      finish(pool);
      assertThat(depth(agent, "crew")).isZero();
      assertThat(agent.scrape().text())
          .doesNotContain("operation=\"crew\"", "queue_wait_seconds_count{queue=\"crew\"");
    }
    String name = SilentPool.class.getName();
    assertThat(Rules.of("executors.crew.type = " + name).nearMisses(Views.of(SilentPool.class)))
        .containsExactly("executors.crew: " + name
            + ": declares no beforeExecute: run and wait time need jdk.executors=on");
  }

  @Test
  void scheduledTasks_waitFromWhenTheyAreDue() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("clock", "Timetable"))) {
      Timetable pool = new Timetable();
      AtomicInteger ticks = new AtomicInteger();
      ScheduledFuture<?> ticking =
          pool.scheduleAtFixedRate(ticks::incrementAndGet, 0, 1, TimeUnit.MILLISECONDS);
      eventually(() -> ticks.get() >= 20);
      ticking.cancel(false);
      ScheduledFuture<?> later = pool.schedule(() -> {}, 200, TimeUnit.MILLISECONDS);
      assertThat(depth(agent, "clock")).isPositive();
      later.get(10, TimeUnit.SECONDS);
      Future<?> failing = pool.scheduleAtFixedRate(
          () -> {
            throw new IllegalStateException();
          },
          0,
          1,
          TimeUnit.MILLISECONDS);
      assertThatThrownBy(failing::get).hasRootCauseInstanceOf(IllegalStateException.class);
      finish(pool);

      // The cancelled task may have been taken once more; its run is then a cancelled one.
      double all = started(agent, "clock");
      assertThat(all).isBetween(ticks.get() + 2.0, ticks.get() + 3.0);
      assertThat(completed(agent, "clock", "failure")).isEqualTo(1);
      assertThat(completed(agent, "clock", "success") + completed(agent, "clock", "cancelled"))
          .isEqualTo(all - 1);
      assertThat(waits(agent, "clock")).isEqualTo(all);
    }
  }

  @Test
  void executorThatIsNoThreadPool_tellsWhatItRefuses() {
    try (InProcessAgent agent = InProcessAgent.start(rule("inline", "Inline"))) {
      Inline inline = new Inline();
      inline.execute(() -> inline.execute(() -> {}));
      inline.close();
      assertThatThrownBy(() -> inline.execute(() -> {}))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(rejected(agent, "inline")).isEqualTo(1);
      assertThat(started(agent, "inline")).isZero();
      assertThat(agent.scrape().text()).doesNotContain("queue=\"inline\"");
    }
  }

  @Test
  void manyThreads_countExactly() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"))) {
      WatchedPool pool = new WatchedPool(4, new LinkedBlockingQueue<>());
      assertThat(Load.run(pool)).isEqualTo(Load.TASKS);
      finish(pool);
      assertThat(started(agent, "crew")).isEqualTo(Load.TASKS);
      assertThat(completed(agent, "crew", "success")).isEqualTo(Load.TASKS);
      assertThat(waits(agent, "crew")).isEqualTo(Load.TASKS);
      assertThat(pool.before).hasValue(Load.TASKS);
      assertThat(pool.after).hasValue(Load.TASKS);
    }
  }

  @Test
  void agentThatLeaves_countsNothingMore() throws Exception {
    InProcessAgent agent = InProcessAgent.start(rule("crew", "WatchedPool"));
    WatchedPool pool = new WatchedPool(1, new LinkedBlockingQueue<>());
    CountDownLatch free = occupy(pool);
    assertThat(started(agent, "crew")).isEqualTo(1);
    assertThat(waits(agent, "crew")).isEqualTo(1);
    agent.leave();
    double left = started(agent, "crew");
    free.countDown();
    pool.submit(() -> {}).get(10, TimeUnit.SECONDS);
    finish(pool);
    assertThat(started(agent, "crew")).isEqualTo(left);
    assertThat(completed(agent, "crew", "success")).isZero();
    assertThat(waits(agent, "crew")).isEqualTo(1);
    assertThat(agent.scrape().text()).doesNotContain("queue_messages{queue=\"crew\"");
  }

  /** The tests are compiled for a JDK that has no virtual threads. */
  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void executorOfVirtualThreads_isLeftAlone() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("jdk.executors=on")) {
      ExecutorService executor = (ExecutorService)
          Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      AtomicLong sum = new AtomicLong();
      for (int i = 1; i <= 1_000; i++) {
        int each = i;
        executor.execute(() -> sum.addAndGet(each));
      }
      finish(executor);
      assertThat(sum).hasValue(500_500);
      assertThat(agent.scrape().text()).doesNotContain("ForkJoinPool-worker");
    }
  }

  @Test
  void aRuleIsReadAsItIsWritten() {
    BlockingQueue<String> problems = new LinkedBlockingQueue<>();
    Rules.compile(
        new RuleSettings(false, false, 10),
        null,
        problems::add,
        "executors.a.type = com.acme.Pool#execute",
        "executors.b.budget = 3",
        "executors.c.type = extends " + ThreadPoolExecutor.class.getName() + ", com.acme.*");
    assertThat(problems)
        .containsExactly(
            "r:1: executors.a.type=com.acme.Pool#execute: this names a method;"
                + " write the class alone: com.acme.Workers",
            "r:2: executors.b: it chooses no classes; add"
                + " executors.signing.type=com.acme.SigningPool");
  }
}
