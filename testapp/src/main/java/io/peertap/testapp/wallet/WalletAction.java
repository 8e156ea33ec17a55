package io.peertap.testapp.wallet;

import io.peertap.testapp.dkg.Membership;

/** Something for a wallet to do, as agreed in a window under some leader. */
public record WalletAction(ActionType type, Membership wallet, long window, String leader) {

  @Override
  public String toString() {
    return type + " of wallet " + wallet.id();
  }
}
