package org.tron.core.net;

import org.tron.core.capsule.BlockCapsule;
import org.tron.core.exception.P2pException;

/** Java-tron's, as far as a rule sees it. */
public class TronNetDelegate {

  /** Puts a block on the chain. */
  public void processBlock(BlockCapsule block, boolean isSync) throws P2pException {
    if (block == null) {
      throw new P2pException();
    }
  }
}
