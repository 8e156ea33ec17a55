package io.peertap.benchmarks.echo;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.traffic.ChannelTrafficShapingHandler;
import io.peertap.benchmarks.cost.Competitor;
import io.peertap.benchmarks.hook.Handwritten;
import java.util.function.Supplier;

/** The pipelines of one side: the competitor's handler, TLS, frames, and the side's own handler. */
final class Pipes extends ChannelInitializer<Channel> {

  private static final long CHECK_MILLIS = 1000;

  private final Exchange exchange;
  private final Competitor competitor;
  private final Handwritten handwritten;
  private final SslContext tls;
  private final Supplier<ChannelHandler> own;

  Pipes(
      Exchange exchange,
      Competitor competitor,
      Handwritten handwritten,
      SslContext tls,
      Supplier<ChannelHandler> own) {
    this.exchange = exchange;
    this.competitor = competitor;
    this.handwritten = handwritten;
    this.tls = tls;
    this.own = own;
  }

  @Override
  protected void initChannel(Channel channel) {
    if (competitor == Competitor.HANDLER) {
      channel.pipeline().addLast(handwritten);
    } else if (competitor == Competitor.SHAPING) {
      channel.pipeline().addLast(new ChannelTrafficShapingHandler(0, 0, CHECK_MILLIS));
    }
    if (tls != null) {
      channel.pipeline().addLast(tls.newHandler(channel.alloc()));
    }
    channel.pipeline().addLast(new FixedLengthFrameDecoder(exchange.size()), own.get());
  }
}
