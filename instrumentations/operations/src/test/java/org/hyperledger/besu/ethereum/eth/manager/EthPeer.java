package org.hyperledger.besu.ethereum.eth.manager;

/** Besu's, as far as a rule sees it. */
public class EthPeer {}
