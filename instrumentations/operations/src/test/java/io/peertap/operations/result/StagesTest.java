package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The JDK's completion stages, and what holds for results of every kind. */
class StagesTest {

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  private final Told ending = new Told();

  @Test
  void success_isToldWhenItComes_andLeavesNothingOnTheFuture() {
    CompletableFuture<String> future = new CompletableFuture<>();

    assertThat(Results.follow(future, ending)).isTrue();
    assertThat(ending.told()).isEmpty();
    future.complete("signed");

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(future.getNumberOfDependents()).isZero();
  }

  @Test
  void failure_isTold_withoutWhatStagesPutAroundIt() {
    CompletableFuture<String> future = new CompletableFuture<>();
    CompletableFuture<String> dependent = future.thenApply(String::trim);

    Results.follow(dependent, ending);
    future.completeExceptionally(new ExecutionException(new IllegalStateException("no quorum")));

    assertThat(ending.told()).containsExactly("failed IllegalStateException no quorum");
    assertThatThrownBy(dependent::join).isInstanceOf(CompletionException.class);
  }

  @Test
  void failureThatIsItsOwnCauseInTheEnd_isTold() {
    CompletionException outer = new CompletionException("around", null) {
      @Override
      public synchronized Throwable getCause() {
        return new CompletionException(this);
      }
    };

    Results.follow(CompletableFuture.failedFuture(outer), ending);

    assertThat(ending.told()).hasSize(1);
  }

  @Test
  void cancellation_isTold_ofTheFutureAndOfItsDependents() {
    CompletableFuture<String> future = new CompletableFuture<>();
    Told dependent = new Told();

    Results.follow(future.thenApply(String::trim), dependent);
    Results.follow(future, ending);
    future.cancel(true);

    assertThat(ending.told()).containsExactly("cancelled");
    assertThat(dependent.told()).containsExactly("cancelled");
  }

  @Test
  void completed_isToldAtOnce() {
    assertThat(Results.follow(CompletableFuture.completedFuture(7), ending)).isTrue();
    assertThat(Results.follow(CompletableFuture.completedStage(8), ending)).isTrue();

    assertThat(ending.told()).containsExactly("succeeded 7", "succeeded 8");
  }

  @Test
  void otherResults_areNotWaitedFor() {
    for (Object result : new Object[] {null, "signed", 7, Optional.empty(), List.of()}) {
      assertThat(Results.isAsynchronous(result)).isFalse();
      assertThat(Results.follow(result, ending)).isFalse();
    }
    assertThat(ending.told()).isEmpty();
  }

  @Test
  void stageThatTellsTwice_countsOnce() {
    CompletionStage<Object> stage = new Misbehaving(listener -> {
      listener.accept("first", null);
      listener.accept(null, new IllegalStateException("second"));
    });

    assertThat(Results.follow(stage, ending)).isTrue();
    assertThat(ending.told()).containsExactly("succeeded first");
  }

  @Test
  void stageThatRefuses_isNotWaitedFor() {
    CompletionStage<Object> stage = new Misbehaving(listener -> {
      throw new UnsupportedOperationException("no listeners");
    });

    assertThat(Results.follow(stage, ending)).isFalse();
    assertThat(ending.told()).isEmpty();
    assertThat(telemetry.failures()).hasSize(1);
  }

  @Test
  void stageThatTellsAndThenThrows_hasEnded() {
    CompletionStage<Object> stage = new Misbehaving(listener -> {
      listener.accept("signed", null);
      throw new IllegalStateException("late");
    });

    assertThat(Results.follow(stage, ending)).isTrue();
    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void endingThatThrows_isCounted_andTheFutureDoesNotSeeIt() {
    CompletableFuture<String> future = new CompletableFuture<>();
    RuntimeException broken = new IllegalStateException("broken ending");

    Results.follow(future, new Throwing(broken));
    future.complete("signed");

    assertThat(future.join()).isEqualTo("signed");
    assertThat(telemetry.failures()).containsExactly(broken);
  }

  private record Throwing(RuntimeException failure) implements Ending {

    @Override
    public void succeeded(Object value) {
      throw failure;
    }

    @Override
    public void failed(Throwable cause) {
      throw failure;
    }

    @Override
    public void cancelled() {
      throw failure;
    }
  }

  /** A stage of the application's own. */
  private static final class Misbehaving extends CompletableFuture<Object> {

    private final Consumer<BiConsumer<? super Object, ? super Throwable>> way;

    Misbehaving(Consumer<BiConsumer<? super Object, ? super Throwable>> way) {
      this.way = way;
    }

    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> listener) {
      way.accept(listener);
      return this;
    }
  }
}
