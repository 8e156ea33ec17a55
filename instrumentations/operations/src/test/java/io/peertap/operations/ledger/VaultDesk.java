package io.peertap.operations.ledger;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.Promise;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sends errands to vaults, one at a time to each. */
final class VaultDesk {

  final Tally tally = new Tally();

  private final Map<String, Promise<Verdict>> out = new ConcurrentHashMap<>();
  private final EventExecutor clerk;

  VaultDesk(EventExecutor clerk) {
    this.clerk = clerk;
  }

  /** A vault that is busy says so at once. */
  Future<Verdict> send(String vault) {
    Promise<Verdict> errand = clerk.newPromise();
    if (out.putIfAbsent(vault, errand) != null) {
      tally.refuse();
      return clerk.newSucceededFuture(Verdict.BUSY);
    }
    tally.begin();
    return errand;
  }

  /** The vault's errand is over. */
  void comeBack(String vault, Fate fate) {
    Promise<Verdict> errand = out.remove(vault);
    tally.end(fate);
    switch (fate) {
      case DONE -> errand.setSuccess(Verdict.CARRIED_OUT);
      case WITHDRAWN -> errand.cancel(false);
      default -> errand.setFailure(fate.trouble());
    }
  }
}
