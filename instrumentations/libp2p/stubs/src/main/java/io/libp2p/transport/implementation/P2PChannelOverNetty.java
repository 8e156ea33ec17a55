package io.libp2p.transport.implementation;

import io.libp2p.core.P2PChannel;
import io.netty.channel.Channel;

/** Signatures only. */
public abstract class P2PChannelOverNetty implements P2PChannel {
  /** What carries it. */
  public abstract Channel getNettyChannel();
}
