package org.hyperledger.besu.ethereum.eth.manager.peertask;

/** Only named by signatures. */
public interface PeerTask {}
