package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked until it says yes. */
class PollsTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final Polls polls = new Polls(failures::add);

  @Test
  void everybodyIsAskedUntilItSaysYes() {
    AtomicInteger asked = new AtomicInteger();
    polls.add(() -> asked.incrementAndGet() == 2);

    assertThat(polls.ask()).isTrue();
    assertThat(polls.ask()).isFalse();
    assertThat(polls.ask()).isFalse();
    assertThat(asked).hasValue(2);
  }

  @Test
  void whoThrowsIsCountedAndNotAskedAgain() {
    IllegalStateException failure = new IllegalStateException("gone");
    polls.add(() -> {
      throw failure;
    });
    polls.add(() -> false);

    assertThat(polls.ask()).isTrue();
    assertThat(polls.ask()).isTrue();
    assertThat(failures).containsExactly(failure);
  }

  @Test
  void sleeperIsWokenWhenThereIsSomethingToAskAgain() {
    AtomicInteger woken = new AtomicInteger();
    polls.onFirst(woken::incrementAndGet);
    polls.add(() -> true);
    polls.add(() -> true);
    assertThat(woken).hasValue(1);
    polls.ask();
    polls.add(() -> true);

    assertThat(woken).hasValue(2);
  }

  @Test
  @Timeout(60)
  void nobodyIsForgottenWhileTheSleeperFallsAsleep() throws Exception {
    int all = 20_000;
    AtomicInteger over = new AtomicInteger();
    Semaphore bell = new Semaphore(0);
    polls.onFirst(bell::release);
    Thread sleeper = new Thread(() -> {
      while (over.get() < all) {
        bell.acquireUninterruptibly();
        while (polls.ask()) {
          Thread.onSpinWait();
        }
      }
    });
    sleeper.start();
    for (int i = 0; i < all; i++) {
      polls.add(() -> {
        over.incrementAndGet();
        return true;
      });
    }
    sleeper.join();

    assertThat(over).hasValue(all);
    assertThat(failures).isEmpty();
  }
}
