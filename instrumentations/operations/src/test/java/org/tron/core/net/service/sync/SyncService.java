package org.tron.core.net.service.sync;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tron.core.net.message.adv.BlockMessage;
import org.tron.core.net.peer.PeerConnection;

/** Java-tron's, as far as a rule sees it. */
public class SyncService {

  private final Map<BlockMessage, PeerConnection> blockWaitToProcess = new ConcurrentHashMap<>();

  /** A block came. */
  public void processBlock(PeerConnection peer, BlockMessage blockMessage) {
    blockWaitToProcess.put(blockMessage, peer);
  }
}
