package org.hyperledger.besu.ethereum.eth.manager.peertask;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hyperledger.besu.ethereum.eth.manager.EthPeer;

/** Besu's, as far as a rule sees it: one method calls the other. */
public class PeerTaskExecutor {

  private final Supplier<PeerTaskExecutorResponseCode> peer;

  /** An executor whose peers answer this. */
  public PeerTaskExecutor(Supplier<PeerTaskExecutorResponseCode> peer) {
    this.peer = peer;
  }

  /** Asks some peer. */
  public <T> PeerTaskExecutorResult<T> execute(PeerTask peerTask) {
    return executeAgainstPeer(peerTask, new EthPeer());
  }

  /** Asks this peer. */
  public <T> PeerTaskExecutorResult<T> executeAgainstPeer(PeerTask peerTask, EthPeer peer) {
    return new PeerTaskExecutorResult<>(Optional.empty(), this.peer.get(), List.of(peer));
  }
}
