package io.peertap.testapp.truth;

import com.google.gson.annotations.SerializedName;

/** All kinds of work of a node. */
public final class OperationTruths {

  @SerializedName("wallet_action")
  private final OperationTruth walletAction = new OperationTruth();

  private final DkgTruth dkg = new DkgTruth();
  private final OperationTruth signing = new OperationTruth();
  private final OperationTruth coordination = new OperationTruth();

  @SerializedName("relay_entry")
  private final OperationTruth relayEntry = new OperationTruth();

  /** Actions of wallets. */
  public OperationTruth walletAction() {
    return walletAction;
  }

  /** Key generations. */
  public DkgTruth dkg() {
    return dkg;
  }

  /** Signatures. */
  public OperationTruth signing() {
    return signing;
  }

  /** Windows in which leader and followers agree on an action. */
  public OperationTruth coordination() {
    return coordination;
  }

  /** Entries of the beacon. */
  public OperationTruth relayEntry() {
    return relayEntry;
  }
}
