package org.hyperledger.besu.consensus.qbft.core.statemachine;

/** Besu's, as far as a rule sees it. */
public class QbftRound {

  private final int quorum;
  private int commits;

  /** A round. */
  public QbftRound(int quorum) {
    this.quorum = quorum;
  }

  /** A validator commits. */
  public void handleCommitMessage(Object msg) {
    if (++commits == quorum) {
      importBlockToChain();
    }
  }

  private void importBlockToChain() {}
}
