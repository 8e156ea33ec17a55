package io.peertap.testapp.wallet;

import io.peertap.testapp.crypto.Signature;
import io.peertap.testapp.net.ProtocolException;
import java.util.List;
import java.util.concurrent.TimeoutException;

/** Performs what wallets are set to do. */
@FunctionalInterface
public interface WalletActions {

  /** Does it and returns the signatures it took. */
  List<Signature> perform(WalletAction action)
      throws InterruptedException, TimeoutException, ProtocolException;
}
