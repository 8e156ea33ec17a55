package io.peertap.operations.executor;

import io.peertap.test.InProcessAgent;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** What the tests of executors ask, and what their tasks do. */
final class Tasks {

  private static final String PACKAGE = Tasks.class.getPackageName() + '.';

  private Tasks() {}

  /** Options with a rule for classes of this package. */
  static String rule(String name, String type) {
    return "operations.conventions=off,executors." + name + ".type=" + PACKAGE + type;
  }

  /** Keeps a thread of an executor busy until the answer is counted down; it is when this returns. */
  static CountDownLatch occupy(ExecutorService executor) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    executor.execute(() -> {
      busy.countDown();
      await(free);
    });
    await(busy);
    return free;
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Lets everything that was handed in end, and every thread. */
  static void finish(ExecutorService executor) throws InterruptedException {
    executor.shutdown();
    if (!executor.awaitTermination(10, TimeUnit.SECONDS)) {
      throw new AssertionError("it does not end");
    }
  }

  static double started(InProcessAgent agent, String name) {
    return agent.scrape().sum("operations_started_total", "operation", name);
  }

  static double completed(InProcessAgent agent, String name, String outcome) {
    return agent.scrape().sum("operations_completed_total", "operation", name, "outcome", outcome);
  }

  static double rejected(InProcessAgent agent, String name) {
    return agent.scrape().sum("operations_rejected_total", "operation", name, "reason", "limit");
  }

  static double active(InProcessAgent agent, String name) {
    return agent.scrape().sum("operations_active", "operation", name);
  }

  static double depth(InProcessAgent agent, String name) {
    return agent.scrape().sum("queue_messages", "queue", name);
  }

  /** How many have waited. */
  static double waits(InProcessAgent agent, String name) {
    return agent.scrape().sum("queue_wait_seconds", "queue", name);
  }

  /** How long they have waited, in all. */
  static double waited(InProcessAgent agent, String name) {
    return agent.scrape().observed("queue_wait_seconds", "queue", name);
  }

  /** How long they have run, in all. */
  static double ran(InProcessAgent agent, String name) {
    return agent.scrape().observed("operation_duration_seconds", "operation", name);
  }

  static void eventually(Callable<Boolean> holds) {
    Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(holds);
  }
}
