package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.core.SettableApiFuture;
import com.google.common.util.concurrent.Futures;
import com.google.common.util.concurrent.ListenableFutureTask;
import com.google.common.util.concurrent.SettableFuture;
import java.net.URLClassLoader;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Guava's and Google's futures. */
class ListenableFuturesTest {

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  private final Told ending = new Told();

  @Test
  void success_isToldWhenItComes() {
    SettableFuture<String> future = SettableFuture.create();

    assertThat(Results.follow(future, ending)).isTrue();
    assertThat(ending.told()).isEmpty();
    future.set("signed");

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void failure_isTold_withoutWhatFuturesPutAroundIt() {
    SettableFuture<String> future = SettableFuture.create();

    Results.follow(future, ending);
    future.setException(new IllegalStateException("no quorum"));

    assertThat(ending.told()).containsExactly("failed IllegalStateException no quorum");
  }

  @Test
  void cancellation_isTold() {
    SettableFuture<String> future = SettableFuture.create();

    Results.follow(future, ending);
    future.cancel(false);

    assertThat(ending.told()).containsExactly("cancelled");
  }

  @Test
  void completed_isToldAtOnce() {
    assertThat(Results.follow(Futures.immediateFuture("signed"), ending)).isTrue();

    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void task_isFollowed() {
    ListenableFutureTask<String> task = ListenableFutureTask.create(() -> "signed");

    Results.follow(task, ending);
    task.run();

    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void completingThread_keepsItsInterruption() {
    SettableFuture<String> future = SettableFuture.create();
    Results.follow(future, ending);

    Thread.currentThread().interrupt();
    future.set("signed");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void apiFuture_isFollowed() {
    SettableApiFuture<String> future = SettableApiFuture.create();

    Results.follow(future, ending);
    assertThat(ending.told()).isEmpty();
    future.set("signed");

    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void relocatedGuava_isFollowed() throws Exception {
    try (URLClassLoader ratis = Jars.open("relocated")) {
      Class<?> type = ratis.loadClass(
          "org.apache.ratis.thirdparty.com.google.common.util.concurrent.SettableFuture");
      Object future = type.getMethod("create").invoke(null);
      assertThat(future).isInstanceOf(Future.class);

      Results.follow(future, ending);
      assertThat(ending.told()).isEmpty();
      type.getMethod("set", Object.class).invoke(future, "signed");

      assertThat(ending.told()).containsExactly("succeeded signed");
      assertThat(telemetry.waiting()).isZero();
    }
  }
}
