package io.peertap.testapp.coordination;

import io.peertap.testapp.dkg.Membership;
import io.peertap.testapp.net.ProtocolException;
import io.peertap.testapp.wallet.ActionType;
import io.peertap.testapp.wallet.WalletAction;
import io.peertap.testapp.wallet.WalletDispatcher;
import io.peertap.testapp.work.Recent;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Has wallets do what their nodes agree on. */
public final class WalletCoordination {

  private static final int MOST = 16;

  private final Recent<String, CoordinationExecutor> executors = new Recent<>(MOST);
  private final Function<Membership, CoordinationExecutor> maker;
  private final WalletDispatcher dispatcher;

  /** Makes an executor for each wallet when it is needed. */
  public WalletCoordination(
      Function<Membership, CoordinationExecutor> maker, WalletDispatcher dispatcher) {
    this.maker = maker;
    this.dispatcher = dispatcher;
  }

  /**
   * Goes through a window of a wallet and begins the action that was agreed on, if any.
   *
   * @throws io.peertap.testapp.wallet.WalletBusyException if the last action has not ended
   */
  public void take(CoordinationWindow window, Membership wallet)
      throws InterruptedException, TimeoutException, ProtocolException {
    CoordinationExecutor executor = executors.get(wallet.id(), any -> maker.apply(wallet));
    Proposal proposal = executor.coordinate(window);
    if (proposal.type() != ActionType.NOOP) {
      var unused = dispatcher.dispatch(
          new WalletAction(proposal.type(), wallet, window.index(), proposal.leader()));
    }
  }
}
