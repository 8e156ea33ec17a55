package io.peertap.operations.executor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class PoolTest {

  private final Pool pool = new Pool(new Object());

  @Test
  void taskThatNeverRuns_isNotKept() {
    for (int i = 0; i < 100; i++) {
      pool.submitted(new Object(), i);
    }
    Awaitility.await().until(() -> {
      System.gc();
      return pool.waiting() == 0;
    });
  }

  @Test
  void tooManyTasks_areNotRemembered() {
    List<Object> tasks = new ArrayList<>();
    for (int i = 0; i < Pool.MOST_WAITING + 10; i++) {
      Object task = new Object();
      tasks.add(task);
      pool.submitted(task, 5);
    }
    assertThat(pool.waiting()).isEqualTo(Pool.MOST_WAITING);
    assertThat(pool.taken(tasks.get(0), 12)).isEqualTo(7);
    assertThat(pool.taken(tasks.get(tasks.size() - 1), 12)).isEqualTo(Times.UNKNOWN);
  }

  @Test
  void taskIsKnownByIdentity() {
    String task = new String("task");
    pool.submitted(task, 1);
    assertThat(pool.taken(new String("task"), 3)).isEqualTo(Times.UNKNOWN);
    assertThat(pool.taken(task, 3)).isEqualTo(2);
    assertThat(pool.waiting()).isZero();
  }

  /** What is read at scrape never calls the application. */
  @Test
  void queueThatTheApplicationHandsOut_isNotAsked() {
    ThreadPoolExecutor own =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          public BlockingQueue<Runnable> getQueue() {
            throw new AssertionError("asked");
          }
        };
    assertThat(new Pool(own).depth(own)).isZero();
  }
}
