package io.libp2p.etc.util.netty.mux;

import io.libp2p.etc.util.netty.AbstractChildChannel;
import io.netty.channel.Channel;
import io.netty.channel.ChannelId;

/** Signatures only. */
public abstract class MuxChannel<D> extends AbstractChildChannel {
  /** Of this parent. */
  protected MuxChannel(Channel parent, ChannelId id) {
    super(parent, id);
  }

  /** Whether the remote side has finished writing. */
  public abstract boolean getRemoteDisconnected();

  /** Whether this side has finished writing. */
  public abstract boolean getLocalDisconnected();
}
