package io.peertap.operations.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.DefaultChannelProgressivePromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.DefaultEventExecutor;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Netty's futures: the one on the class path, another version, and relocated ones. */
class NettyFuturesTest {

  @RegisterExtension
  private final PolledByHand telemetry = new PolledByHand();

  private final Told ending = new Told();

  @Test
  void success_isToldWhenItComes() {
    Promise<String> promise = ImmediateEventExecutor.INSTANCE.newPromise();

    assertThat(Results.follow(promise, ending)).isTrue();
    assertThat(ending.told()).isEmpty();
    promise.setSuccess("signed");

    assertThat(ending.told()).containsExactly("succeeded signed");
    assertThat(telemetry.waiting()).isZero();
  }

  @Test
  void failure_isTold() {
    Promise<String> promise = ImmediateEventExecutor.INSTANCE.newPromise();

    Results.follow(promise, ending);
    promise.setFailure(new IllegalStateException("no quorum"));

    assertThat(ending.told()).containsExactly("failed IllegalStateException no quorum");
  }

  @Test
  void cancellation_isTold() {
    Promise<String> promise = ImmediateEventExecutor.INSTANCE.newPromise();

    Results.follow(promise, ending);
    promise.cancel(true);

    assertThat(ending.told()).containsExactly("cancelled");
  }

  @Test
  void completed_isToldAtOnce_alsoIfItsEventLoopIsGone() throws Exception {
    DefaultEventExecutor executor = new DefaultEventExecutor();
    Promise<String> promise = executor.newPromise();
    promise.setSuccess("signed");
    executor.shutdownGracefully(0, 0, TimeUnit.SECONDS).sync();

    assertThat(Results.follow(promise, ending)).isTrue();

    assertThat(ending.told()).containsExactly("succeeded signed");
  }

  @Test
  void completedOnItsEventLoop_isToldThere() throws Exception {
    Promise<String> promise = GlobalEventExecutor.INSTANCE.newPromise();
    CompletableFuture<Boolean> inLoop = new CompletableFuture<>();

    Results.follow(promise, new OnThread(inLoop));
    promise.setSuccess("signed");

    assertThat(inLoop.get(5, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void channelFutures_areFollowed() {
    EmbeddedChannel channel = new EmbeddedChannel();

    Results.follow(channel.closeFuture(), ending);
    assertThat(ending.told()).isEmpty();
    assertThat(channel.close().isSuccess()).isTrue();

    assertThat(ending.told()).containsExactly("succeeded null");
  }

  @Test
  void progressivePromise_isToldOnce_notItsProgress() {
    EmbeddedChannel channel = new EmbeddedChannel();
    DefaultChannelProgressivePromise promise = new DefaultChannelProgressivePromise(channel);

    Results.follow(promise, ending);
    promise.tryProgress(1, 2);
    assertThat(ending.told()).isEmpty();
    promise.trySuccess();
    channel.runPendingTasks();

    assertThat(ending.told()).containsExactly("succeeded null");
  }

  @Test
  void voidPromise_hasNothingToWaitFor() {
    EmbeddedChannel channel = new EmbeddedChannel();

    assertThat(Results.follow(channel.voidPromise(), ending)).isFalse();

    assertThat(ending.told()).isEmpty();
    assertThat(telemetry.failures()).isEmpty();
  }

  @Test
  void applicationsOwnListeners_areServedToo_afterTheEnd() {
    Promise<String> promise = new DefaultPromise<>(ImmediateEventExecutor.INSTANCE);
    CompletableFuture<List<String>> toldBefore = new CompletableFuture<>();

    Results.follow(promise, ending);
    promise.addListener(done -> toldBefore.complete(ending.told()));
    promise.setSuccess("signed");

    assertThat(toldBefore).isCompletedWithValue(List.of("succeeded signed"));
  }

  @ParameterizedTest
  @CsvSource({"4.2,''", "relocated,io.grpc.netty.shaded.", "relocated,org.apache.ratis.thirdparty."
  })
  void otherNetty_isFollowed(String folder, String prefix) throws Exception {
    try (URLClassLoader jars = Jars.open(folder)) {
      Foreign success = Foreign.create(jars, prefix);
      Foreign failure = Foreign.create(jars, prefix);
      Foreign cancellation = Foreign.create(jars, prefix);
      Told failed = new Told();
      Told cancelled = new Told();
      Results.follow(success.promise(), ending);
      Results.follow(failure.promise(), failed);
      Results.follow(cancellation.promise(), cancelled);
      assertThat(ending.told()).isEmpty();

      success.call("setSuccess", Object.class, "signed");
      failure.call("setFailure", Throwable.class, new IllegalStateException("no quorum"));
      ((Future<?>) cancellation.promise()).cancel(true);

      assertThat(ending.told()).containsExactly("succeeded signed");
      assertThat(failed.told()).containsExactly("failed IllegalStateException no quorum");
      assertThat(cancelled.told()).containsExactly("cancelled");
      assertThat(telemetry.waiting()).isZero();
    }
  }

  /** A promise of another class loader's Netty. */
  private record Foreign(Object promise) {

    static Foreign create(ClassLoader jars, String prefix) throws ReflectiveOperationException {
      String packaged = prefix + "io.netty.util.concurrent.";
      Class<?> executorType = jars.loadClass(packaged + "EventExecutor");
      Object executor = jars.loadClass(packaged + "ImmediateEventExecutor")
          .getField("INSTANCE")
          .get(null);
      return new Foreign(executorType.getMethod("newPromise").invoke(executor));
    }

    void call(String method, Class<?> parameter, Object argument)
        throws ReflectiveOperationException {
      promise.getClass().getMethod(method, parameter).invoke(promise, argument);
    }
  }

  private record OnThread(CompletableFuture<Boolean> inLoop) implements Ending {

    @Override
    public void succeeded(Object value) {
      inLoop.complete(GlobalEventExecutor.INSTANCE.inEventLoop());
    }

    @Override
    public void failed(Throwable cause) {
      inLoop.completeExceptionally(cause);
    }

    @Override
    public void cancelled() {
      inLoop.cancel(false);
    }
  }
}
