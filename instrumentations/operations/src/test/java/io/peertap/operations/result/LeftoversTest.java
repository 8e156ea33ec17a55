package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.util.concurrent.SettableFuture;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A future that the application keeps does not keep what followed it. */
class LeftoversTest {

  @Test
  void completedStage_keepsNothing() {
    CompletableFuture<String> future = new CompletableFuture<>();
    assertNothingKept(future, () -> future.complete("signed"));
  }

  @Test
  void completedPromise_keepsNothing() {
    Promise<String> promise = ImmediateEventExecutor.INSTANCE.newPromise();
    assertNothingKept(promise, () -> promise.trySuccess("signed"));
  }

  @Test
  void completedListenableFuture_keepsNothing() {
    SettableFuture<String> future = SettableFuture.create();
    assertNothingKept(future, () -> future.set("signed"));
  }

  private static void assertNothingKept(Future<?> future, Runnable complete) {
    WeakReference<Told> ending = new WeakReference<>(followed(future));
    System.gc();
    assertThat(ending.refersTo(null)).as("kept while it is to be told").isFalse();

    complete.run();

    Awaitility.await().until(() -> {
      System.gc();
      return ending.refersTo(null);
    });
    assertThat(future.isDone()).isTrue();
  }

  private static Told followed(Future<?> future) {
    Told ending = new Told();
    assertThat(Results.follow(future, ending)).isTrue();
    return ending;
  }
}
