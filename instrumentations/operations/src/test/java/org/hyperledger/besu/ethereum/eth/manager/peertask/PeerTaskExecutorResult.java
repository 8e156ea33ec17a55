package org.hyperledger.besu.ethereum.eth.manager.peertask;

import java.util.List;
import java.util.Optional;
import org.hyperledger.besu.ethereum.eth.manager.EthPeer;

/** Besu's, as far as a rule sees it. */
public record PeerTaskExecutorResult<T>(
    Optional<T> result, PeerTaskExecutorResponseCode responseCode, List<EthPeer> ethPeers) {}
