package io.peertap.testapp.net;

import io.peertap.testapp.work.Recent;

/** A mailbox per conversation, there from the first message or reader on; old ones are removed. */
public final class Mailboxes {

  private static final int MOST = 512;

  private final Recent<String, Mailbox> mailboxes = new Recent<>(MOST);

  /** The mailbox of a conversation. */
  public Mailbox of(String conversation) {
    return mailboxes.get(conversation, any -> new Mailbox());
  }

  void put(ChannelMessage message) {
    of(message.conversation()).put(message);
  }
}
