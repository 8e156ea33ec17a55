package io.peertap.testapp.net;

/** Speaks on the channel for one node. */
public final class Voice {

  private final String node;
  private final BroadcastChannel channel;

  /** Speaks for this node. */
  public Voice(String node, BroadcastChannel channel) {
    this.node = node;
    this.channel = channel;
  }

  /** The name of the node. */
  public String node() {
    return node;
  }

  /** Says something for a member. */
  public void say(String conversation, int member, Object content) {
    channel.broadcast(ChannelMessage.of(conversation, node, member, content));
  }

  /** Says something for the node. */
  public void say(String conversation, Object content) {
    say(conversation, ChannelMessage.NODE, content);
  }
}
