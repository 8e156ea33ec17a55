package io.peertap.testapp.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.peertap.testapp.chain.Roster;
import io.peertap.testapp.crypto.Secp256k1;
import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.dkg.GroupKey;
import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.truth.OperationTruth;
import io.peertap.testapp.work.Workers;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One action per wallet at a time. */
class WalletDispatcherTest {

  private static final int PATIENCE_SECONDS = 30;

  private final OperationTruth truth = new OperationTruth();
  private final Workers workers = new Workers("node-1", line -> {});
  private final CountDownLatch end = new CountDownLatch(1);

  @AfterEach
  void stop() throws InterruptedException {
    workers.stop();
  }

  @Test
  void refusesBusyWallet() throws Exception {
    WalletDispatcher dispatcher = dispatcher(action -> {
      end.await();
      return List.of();
    });
    CompletableFuture<List<Signature>> first = dispatcher.dispatch(action("a"));

    assertThatThrownBy(() -> dispatcher.dispatch(action("a")))
        .isInstanceOf(WalletBusyException.class)
        .hasMessage("wallet a is busy");
    CompletableFuture<List<Signature>> other = dispatcher.dispatch(action("b"));
    assertThat(dispatcher.isBusy("a")).isTrue();
    assertCounts("started", 2, "active", 2, "rejectedBusy", 1);

    end.countDown();
    first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    dispatcher.dispatch(action("a")).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertCounts("started", 3, "success", 3, "active", 0);
  }

  @Test
  void tellsHowActionsEnd() {
    WalletDispatcher dispatcher = dispatcher(action -> {
      if (action.wallet().id().equals("late")) {
        throw new TimeoutException("late");
      }
      throw new IllegalStateException("broken");
    });

    assertThatThrownBy(
            () -> dispatcher.dispatch(action("late")).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(
            () -> dispatcher.dispatch(action("broken")).get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IllegalStateException.class);
    assertCounts("started", 2, "timeout", 1, "failure", 1, "active", 0);
  }

  @Test
  void cancelsWhatIsStopped() throws Exception {
    WalletDispatcher dispatcher = dispatcher(action -> {
      end.await();
      return List.of();
    });
    CompletableFuture<List<Signature>> action = dispatcher.dispatch(action("a"));

    workers.stop();

    assertThatThrownBy(() -> action.get(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
    assertThat(dispatcher.dispatch(action("a"))).isCancelled();
    assertCounts("started", 2, "cancelled", 2, "active", 0);
  }

  private WalletDispatcher dispatcher(WalletActions actions) {
    return new WalletDispatcher(workers, actions, truth);
  }

  private static WalletAction action(String wallet) {
    GroupKey key = new GroupKey(
        wallet, new Roster(List.of("node-1"), 1), Secp256k1.publicKey(BigInteger.ONE), Map.of());
    return new WalletAction(ActionType.HEARTBEAT, new Membership(key, List.of()), 1, "node-1");
  }

  /** The one who waits for a future may be woken before the one who counts. */
  private void assertCounts(Object... expected) {
    await().untilAsserted(() -> {
      JsonObject counts = new Gson().toJsonTree(truth).getAsJsonObject();
      for (int i = 0; i < expected.length; i += 2) {
        assertThat(counts.get((String) expected[i]).getAsInt())
            .as("%s in %s", expected[i], counts)
            .isEqualTo(expected[i + 1]);
      }
    });
  }
}
