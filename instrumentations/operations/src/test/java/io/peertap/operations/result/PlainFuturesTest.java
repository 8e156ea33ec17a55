package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.api.Telemetry;
import java.lang.ref.WeakReference;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Futures that have to be asked. */
class PlainFuturesTest {

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  private final Told ending = new Told();
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE); // Soon negative.

  @Test
  void success_isToldWhenAskedAfterIt() {
    FutureTask<String> task = new FutureTask<>(() -> "signed");

    assertThat(Results.follow(task, ending)).isTrue();
    telemetry.ask();
    assertThat(ending.told()).isEmpty();
    task.run();
    telemetry.ask();

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void failure_isTold() {
    FutureTask<String> task = new FutureTask<>(failing());

    Results.follow(task, ending);
    task.run();
    telemetry.ask();

    assertThat(ending.told()).containsExactly("failed IllegalStateException no quorum");
  }

  @Test
  void cancellation_isTold() {
    FutureTask<String> task = new FutureTask<>(() -> "signed");

    Results.follow(task, ending);
    task.cancel(true);
    telemetry.ask();

    assertThat(ending.told()).containsExactly("cancelled");
  }

  @Test
  void completed_isToldAtOnce() {
    FutureTask<String> task = new FutureTask<>(() -> "signed");
    task.run();

    assertThat(Results.follow(task, ending)).isTrue();

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void tasksOfForkJoinPools_areFollowed() {
    Told failed = new Told();
    ForkJoinTask<String> task = ForkJoinTask.adapt(() -> "signed");
    ForkJoinTask<String> failing = ForkJoinTask.adapt(failing());

    Results.follow(task, ending);
    Results.follow(failing, failed);
    ForkJoinPool.commonPool().execute(task);
    ForkJoinPool.commonPool().execute(failing);
    Awaitility.await().until(() -> task.isDone() && failing.isDone());
    telemetry.ask();

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(failed.told()).hasSize(1);
  }

  @Test
  void whatAnExecutorReturns_lastsAsLongAsTheTask() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor();
    try {
      CountDownLatch gate = new CountDownLatch(1);
      Future<Boolean> future = executor.submit(() -> gate.await(5, TimeUnit.SECONDS));

      Results.follow(future, ending);
      telemetry.ask();
      assertThat(ending.told()).isEmpty();
      gate.countDown();
      future.get();
      telemetry.ask();

      assertThat(ending.told()).containsExactly("succeeded true");
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void taskThatNobodyKeeps_isToldAsItCameOut() {
    FutureTask<String> task = new FutureTask<>(failing());
    Results.follow(task, ending);
    task.run();
    WeakReference<Object> dropped = new WeakReference<>(task);
    task = null;
    System.gc();
    assertThat(dropped.refersTo(null)).isFalse();

    telemetry.ask();

    assertThat(ending.told()).containsExactly("failed IllegalStateException no quorum");
  }

  @Test
  void taskThatIsThrownAway_isNotHeldForLong_andEndsAsCancelled() {
    telemetry.poll(new PlainFutures.Poll(new FutureTask<>(() -> "signed"), ending, now::get));
    now.addAndGet(TimeUnit.SECONDS.toNanos(10) - 1);
    telemetry.ask();
    System.gc();
    telemetry.ask();
    assertThat(ending.told()).as("while it is held").isEmpty();
    now.incrementAndGet();

    Awaitility.await().untilAsserted(() -> {
      System.gc();
      telemetry.ask();
      assertThat(ending.told()).containsExactly("cancelled");
    });
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void taskThatTakesLong_isToldAsItCameOut() {
    FutureTask<String> task = new FutureTask<>(() -> "signed");
    telemetry.poll(new PlainFutures.Poll(task, ending, now::get));
    now.addAndGet(TimeUnit.SECONDS.toNanos(20));
    telemetry.ask();
    System.gc();
    telemetry.ask();
    task.run();
    telemetry.ask();

    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void interruptionOfTheThread_isNotLost() {
    FutureTask<String> task = new FutureTask<>(() -> "signed");
    task.run();
    ForkJoinTask<String> joined = ForkJoinTask.adapt(() -> "joined");
    joined.invoke();

    Thread.currentThread().interrupt();
    Results.follow(task, ending);
    Results.follow(joined, ending);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ending.told()).containsExactly("succeeded signed", "succeeded joined");
  }

  @Test
  void futureThatCannotBeAsked_endsWithWhatItThrows() {
    FutureTask<String> task = new FutureTask<>(() -> "signed") {
      private boolean asked;

      @Override
      public boolean isDone() {
        if (asked) {
          throw new UnsupportedOperationException("ask no more");
        }
        asked = true;
        return false;
      }

      @Override
      public String get(long timeout, TimeUnit unit) {
        throw new IllegalStateException("lost");
      }
    };

    Results.follow(task, ending);
    telemetry.ask();

    assertThat(ending.told()).containsExactly("failed IllegalStateException lost");
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void futureThatWillNotBeAsked_isNotFollowed() {
    Telemetry.install(Telemetry.DISABLED);

    assertThat(Results.follow(new FutureTask<>(() -> "signed"), ending)).isFalse();

    assertThat(ending.told()).isEmpty();
  }

  private static Callable<String> failing() {
    return () -> {
      throw new IllegalStateException("no quorum");
    };
  }
}
