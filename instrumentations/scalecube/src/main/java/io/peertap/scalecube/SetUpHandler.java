package io.peertap.scalecube;

import io.netty.channel.ChannelPipeline;
import reactor.netty.NettyPipeline;

/** Waits until an accepted channel has all its handlers, puts a {@link FrameHandler} behind them. */
final class SetUpHandler extends Observer {

  private final Link link;

  SetUpHandler(Link link) {
    this.link = link;
  }

  @Override
  void active(ChannelPipeline pipeline) {
    if (pipeline.context(NettyPipeline.ReactiveBridge) != null) {
      pipeline.addBefore(NettyPipeline.ReactiveBridge, null, new FrameHandler(link));
    }
    pipeline.remove(this);
  }
}
