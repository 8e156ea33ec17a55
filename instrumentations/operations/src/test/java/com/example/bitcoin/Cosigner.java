package com.example.bitcoin;

import org.bitcoinj.signers.TransactionSigner;
import org.bitcoinj.wallet.KeyBag;

/** Asked for its signature it says no, or breaks down. */
public final class Cosigner implements TransactionSigner {

  private boolean broken;

  /** From now on it breaks down. */
  public void breakDown() {
    broken = true;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public boolean signInputs(ProposedTransaction proposal, KeyBag keys) {
    if (broken) {
      throw new IllegalStateException("no token in the reader");
    }
    return false;
  }
}
