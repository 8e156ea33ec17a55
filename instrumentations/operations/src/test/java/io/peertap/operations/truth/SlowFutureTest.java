package io.peertap.operations.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.InProcessAgent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A future that takes its time to answer holds up nobody but those that are asked after it. */
class SlowFutureTest {

  private static final String RULE =
      "operations.sealing.methods=io.peertap.operations.truth.Notary#seal";

  @Test
  void futures_areAskedOnAThreadOfTheirOwn() {
    SlowTask task = new SlowTask();
    try (InProcessAgent agent = InProcessAgent.start(RULE)) {
      assertThat(new Notary().seal(task)).isSameAs(task);
      Awaitility.await().until(() -> task.asking != null);
      assertThat(task.asking.getName()).isEqualTo("peertap-poll");
      assertThat(agent.scrape().sum("operations_active", "operation", "sealing"))
          .isEqualTo(1);

      task.run();
      task.answers.countDown();

      agent.awaitEmpty();
      assertThat(agent
              .scrape()
              .sum("operations_completed_total", "operation", "sealing", "outcome", "success"))
          .isEqualTo(1);
    }
  }

  @Test
  void agentThatLeaves_doesNotWaitForThem() {
    SlowTask task = new SlowTask();
    InProcessAgent agent = InProcessAgent.start(RULE);
    try {
      assertThat(new Notary().seal(task)).isSameAs(task);
      Awaitility.await().until(() -> task.asking != null);

      agent.agent().close();

      assertThat(task.asking.isAlive()).isTrue();
    } finally {
      task.answers.countDown();
      Awaitility.await().until(() -> !task.asking.isAlive());
      agent.leave();
    }
  }

  /** Answers the method's thread at once, and any other when it may. */
  private static final class SlowTask extends FutureTask<String> {
    private final Thread caller = Thread.currentThread();
    private final CountDownLatch answers = new CountDownLatch(1);
    private volatile Thread asking;

    SlowTask() {
      super(() -> "sealed");
    }

    @Override
    public boolean isDone() {
      if (Thread.currentThread() != caller) {
        asking = Thread.currentThread();
        try {
          answers.await();
        } catch (InterruptedException e) {
          throw new AssertionError("interrupted by the agent", e);
        }
      }
      return super.isDone();
    }
  }
}
