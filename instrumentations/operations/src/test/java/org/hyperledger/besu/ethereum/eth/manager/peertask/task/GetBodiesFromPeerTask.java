package org.hyperledger.besu.ethereum.eth.manager.peertask.task;

import org.hyperledger.besu.ethereum.eth.manager.peertask.PeerTask;

/** Besu's, as far as a rule sees it. */
public class GetBodiesFromPeerTask implements PeerTask {}
