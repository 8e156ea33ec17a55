package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import io.peertap.api.Call;
import io.peertap.api.Operation;
import io.peertap.api.Outcome;
import io.peertap.metric.Numbers;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls on threads that end, that are virtual, and that hand their results to others. */
@Timeout(120)
class OperationThreadsTest {

  private static final int VIRTUAL_THREADS = 10_000;

  private final Tables tables = new Tables();
  private final Operation operation = tables.records.operations().operation("signing", false);

  @Test
  void resultIsToldByAnotherThread() throws Exception {
    Call later = operation.begin("ecdsa").later();
    tables.clock.pass(Duration.ofSeconds(3));

    assertThat(tables.numbers().sum("operations_active", "kind", "ecdsa")).isEqualTo(1);
    Call next = operation.begin(null);
    assertThat(next).as("the thread is free").isNotNull();
    next.ended(Outcome.SUCCESS, null);
    run(() -> {
      later.ended(Outcome.TIMEOUT, null);
      later.ended(Outcome.SUCCESS, null);
      later.rejected("busy");
    });

    Numbers numbers = tables.numbers();
    assertThat(numbers.nonZero("operations_completed_total"))
        .containsExactly(
            "{operation=\"signing\",kind=\"ecdsa\",outcome=\"timeout\"} 1",
            "{operation=\"signing\",kind=\"none\",outcome=\"success\"} 1");
    assertThat(numbers.sum("operations_active")).isZero();
    assertThat(numbers.sum("operations_rejected_total")).isZero();
  }

  @Test
  void resultThatIsToldByManyCountsOnce() throws Exception {
    for (int round = 0; round < 2000; round++) {
      Call later = operation.begin(null).later();
      Thread other = new Thread(() -> later.ended(Outcome.FAILURE, null));
      other.start();
      later.ended(Outcome.SUCCESS, null);
      other.join();
    }

    assertThat(tables.numbers().sum("operations_completed_total")).isEqualTo(2000);
    assertThat(tables.numbers().sum("operations_active")).isZero();
  }

  @Test
  void resultThatNobodyCanTellAnyMoreIsOver() {
    operation.begin(null).later();

    Awaitility.await().untilAsserted(() -> {
      System.gc();
      tables.records.tick();
      assertThat(tables.records.runningOperations()).isEmpty();
    });
    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("operations_started_total")).isEqualTo(1);
    assertThat(numbers.sum("operations_completed_total")).isZero();
    assertThat(numbers.sum("operations_active")).isZero();
  }

  @Test
  void countsOfThreadsThatHaveEndedStay() throws Exception {
    Callers callers = ((OperationRecords) tables.records.operations()).callers();
    for (int i = 0; i < 50; i++) {
      String kind = i % 2 == 0 ? "even" : null;
      run(() -> {
        operation.begin(kind).ended(Outcome.SUCCESS, null);
        operation.begin(kind).ended(Outcome.FAILURE, null);
      });
    }
    String before = counted();
    assertThat(callers.size()).isEqualTo(50);
    tables.records.tick();

    assertThat(callers.size()).isZero();
    assertThat(counted()).isEqualTo(before).contains("kind=\"even\",outcome=\"failure\"} 25");
  }

  @Test
  void callOfAThreadThatDiedInItIsNotActiveForever() throws Exception {
    run(() -> operation.begin("ecdsa"));
    assertThat(tables.numbers().sum("operations_active")).isEqualTo(1);
    tables.records.tick();

    Numbers numbers = tables.numbers();
    assertThat(numbers.sum("operations_active")).isZero();
    assertThat(numbers.sum("operations_started_total")).isEqualTo(1);
    assertThat(numbers.sum("operations_completed_total")).isZero();
  }

  @Test
  void threadThatLosesItsThreadLocalsFindsItsOwnCountsAgain() {
    Callers callers = new Callers();
    Caller first = callers.current();

    assertThat(first).isEqualTo(new Caller(Thread.currentThread())).isSameAs(callers.current());
    assertThat(callers.size()).isEqualTo(1);
  }

  @Test
  void callAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    callOften(50_000);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = threads.getThreadAllocatedBytes(self);
      callOften(10_000);
      least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
    }

    assertThat(least).as("bytes of 10,000 calls").isLessThan(1000);
  }

  private void callOften(int times) {
    for (int i = 0; i < times; i++) {
      operation.begin(null).ended(Outcome.SUCCESS, null);
      operation.begin("ecdsa").ended(Outcome.FAILURE, null);
    }
  }

  @Test
  void virtualThreadsCountAndAreForgotten() throws Exception {
    Method start = startVirtualThread();
    Callers callers = ((OperationRecords) tables.records.operations()).callers();
    CountDownLatch inside = new CountDownLatch(VIRTUAL_THREADS);
    CountDownLatch go = new CountDownLatch(1);
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < VIRTUAL_THREADS; i++) {
      threads.add((Thread) start.invoke(null, (Runnable) () -> {
        try {
          Call call = operation.begin("virtual");
          assertThat(operation.begin(null)).isNull();
          inside.countDown();
          go.await();
          assertThat(operation.begin(null)).as("after a collection").isNull();
          call.ended(Outcome.SUCCESS, null);
        } catch (Throwable e) {
          failure.set(e);
        }
      }));
    }
    inside.await();
    System.gc();
    assertThat(tables.numbers().sum("operations_active", "kind", "virtual"))
        .isEqualTo(VIRTUAL_THREADS);
    go.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(failure.get()).isNull();
    assertThat(tables.numbers().sum("operations_completed_total")).isEqualTo(VIRTUAL_THREADS);
    assertThat(tables.numbers().sum("operations_active")).isZero();
    assertThat(callers.size()).isZero();
  }

  private static Method startVirtualThread() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      assumeTrue(false, "this Java version has no virtual threads");
      throw new AssertionError(e);
    }
  }

  private String counted() {
    Numbers numbers = tables.numbers();
    return numbers.nonZero("operations_started_total")
        + " "
        + numbers.nonZero("operations_completed_total")
        + numbers.nonZero("operation_duration_seconds");
  }

  private static void run(Runnable task) throws InterruptedException {
    Thread thread = new Thread(task);
    thread.start();
    thread.join();
  }
}
