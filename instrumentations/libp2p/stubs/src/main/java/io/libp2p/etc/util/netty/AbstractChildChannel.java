package io.libp2p.etc.util.netty;

import io.netty.channel.AbstractChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelId;

/** Signatures only. */
public abstract class AbstractChildChannel extends AbstractChannel {
  /** Of this parent. */
  protected AbstractChildChannel(Channel parent, ChannelId id) {
    super(parent, id);
  }
}
