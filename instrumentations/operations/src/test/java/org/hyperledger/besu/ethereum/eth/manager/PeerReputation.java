package org.hyperledger.besu.ethereum.eth.manager;

import java.util.Optional;

/** Besu's, as far as a rule sees it. */
public class PeerReputation {

  private int score;

  /** The peer did not answer in time. */
  public Optional<Object> recordRequestTimeout(String protocolName, int requestCode, EthPeer peer) {
    score--;
    return Optional.empty();
  }

  /** The peer's answer was of no use. */
  public Optional<Object> recordUselessResponse(long timestamp, EthPeer peer) {
    score--;
    return Optional.empty();
  }

  /** The peer's answer was of use. */
  public void recordUsefulResponse() {
    score++;
  }

  /** What the peer is worth. */
  public int getScore() {
    return score;
  }
}
