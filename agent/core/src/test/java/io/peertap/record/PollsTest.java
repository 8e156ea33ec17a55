package io.peertap.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked until it says yes. */
class PollsTest {

  private final List<Throwable> failures = new ArrayList<>();
  private final FakeClock clock = new FakeClock();
  private final Polls polls = new Polls(failures::add, clock);

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
  void whoHasWaitedLongIsAskedMoreRarely() {
    AtomicInteger asked = new AtomicInteger();
    polls.add(() -> asked.incrementAndGet() < 0);
    clock.pass(Duration.ofSeconds(10));
    polls.ask();
    clock.pass(Duration.ofMillis(199));
    polls.ask();
    assertThat(asked).hasValue(1);

    clock.pass(Duration.ofMillis(1));
    polls.ask();
    assertThat(asked).hasValue(2);

    clock.pass(Duration.ofHours(10));
    polls.ask();
    clock.pass(Duration.ofMillis(999));
    polls.ask();
    assertThat(asked).hasValue(3);
    clock.pass(Duration.ofMillis(1));
    polls.ask();
    assertThat(asked).as("a second at the latest").hasValue(4);
  }

  @Test
  void roundsAreBounded_andTakeTurns() {
    AtomicInteger all = new AtomicInteger();
    AtomicInteger[] asked = new AtomicInteger[3 * Polls.MOST_PER_ROUND];
    for (int i = 0; i < asked.length; i++) {
      AtomicInteger own = new AtomicInteger();
      asked[i] = own;
      polls.add(() -> {
        all.incrementAndGet();
        return own.incrementAndGet() < 0;
      });
    }

    for (int i = 1; i <= 6; i++) {
      clock.pass(Duration.ofMillis(20));
      polls.ask();
      assertThat(all).hasValue(i * Polls.MOST_PER_ROUND);
    }

    assertThat(asked).allMatch(own -> own.get() == 2);
  }

  @Test
  void tooManyAreRefused_countedAndToldOnce() {
    AtomicInteger told = new AtomicInteger();
    AtomicInteger over = new AtomicInteger();
    polls.onFull(told::incrementAndGet);
    for (int i = 0; i < Polls.MOST; i++) {
      assertThat(polls.add(() -> over.get() > 0)).isTrue();
    }

    assertThat(polls.add(() -> true)).isFalse();
    assertThat(polls.add(() -> true)).isFalse();
    assertThat(failures).hasSize(2);
    assertThat(told).hasValue(1);

    over.set(1);
    polls.ask();
    assertThat(polls.add(() -> true)).as("when there is room again").isTrue();
  }

  @Test
  @Timeout(60)
  void nobodyIsForgottenWhileTheSleeperFallsAsleep() throws Exception {
    Polls polls = new Polls(failures::add, Clock.SYSTEM);
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
