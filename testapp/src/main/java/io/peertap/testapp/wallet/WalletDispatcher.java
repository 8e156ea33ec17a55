package io.peertap.testapp.wallet;

import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.truth.OperationTruth;
import io.peertap.testapp.work.Workers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/** Sets wallets to work, each to one action at a time. */
public final class WalletDispatcher {

  private final Workers workers;
  private final WalletActions actions;
  private final OperationTruth truth;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();

  /** A dispatcher that has the workers perform the actions. */
  public WalletDispatcher(Workers workers, WalletActions actions, OperationTruth truth) {
    this.workers = workers;
    this.actions = actions;
    this.truth = truth;
  }

  /**
   * Begins an action, which ends with its signatures.
   *
   * @throws WalletBusyException if the wallet has not ended another one
   */
  public CompletableFuture<List<Signature>> dispatch(WalletAction action) {
    if (!busy.add(action.wallet().id())) {
      truth.rejected();
      throw new WalletBusyException(action.wallet().id());
    }
    CompletableFuture<List<Signature>> end = truth.count(new CompletableFuture<>());
    try {
      workers.start(action.toString(), () -> perform(action, end));
    } catch (RejectedExecutionException stopped) {
      busy.remove(action.wallet().id());
      end.cancel(false);
    }
    return end;
  }

  private void perform(WalletAction action, CompletableFuture<List<Signature>> end)
      throws InterruptedException, TimeoutException, ProtocolException {
    try {
      List<Signature> signatures = actions.perform(action);
      busy.remove(action.wallet().id());
      end.complete(signatures);
    } catch (InterruptedException stopped) {
      busy.remove(action.wallet().id());
      end.cancel(false);
      throw stopped;
    } catch (TimeoutException | ProtocolException | RuntimeException e) {
      busy.remove(action.wallet().id());
      end.completeExceptionally(e);
      throw e;
    }
  }

  /** Whether a wallet has an action running. */
  public boolean isBusy(String wallet) {
    return busy.contains(wallet);
  }
}
