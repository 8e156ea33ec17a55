package org.tron.core.net.peer;

import org.tron.common.overlay.message.Message;

/** Java-tron's, as far as a rule sees it. */
public class PeerConnection {

  private Message last;

  /** Sends. */
  public void sendMessage(Message message) {
    last = message;
  }

  /** What was sent last. */
  public Message last() {
    return last;
  }
}
