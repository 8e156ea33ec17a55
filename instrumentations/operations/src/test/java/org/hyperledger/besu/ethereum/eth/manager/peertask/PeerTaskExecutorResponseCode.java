package org.hyperledger.besu.ethereum.eth.manager.peertask;

/** Besu's, as far as a rule sees it. */
public enum PeerTaskExecutorResponseCode {
  SUCCESS,
  NO_PEER_AVAILABLE,
  PEER_DISCONNECTED,
  INTERNAL_SERVER_ERROR,
  TIMEOUT,
  INVALID_RESPONSE
}
