package io.peertap.testapp.wallet;

/** A wallet does something else already. */
public final class WalletBusyException extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which one. */
  public WalletBusyException(String wallet) {
    super("wallet " + wallet + " is busy");
  }
}
