package io.peertap.benchmarks.hook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.prometheus.metrics.core.datapoints.CounterDataPoint;
import io.prometheus.metrics.core.metrics.Counter;

/**
 * What a careful application would write instead of using an agent: a handler that counts into
 * counters of client_java whose labels were resolved once. Received bytes, sent bytes and sent
 * messages: fewer figures than the agent has of the same events.
 */
@Sharable
public final class Handwritten extends ChannelDuplexHandler {

  private final CounterDataPoint received = counter("received_bytes");
  private final CounterDataPoint sent = counter("sent_bytes");
  private final CounterDataPoint messages = counter("sent_messages");

  /** Bytes received by all channels. */
  public double received() {
    return received.get();
  }

  /** Bytes sent by all channels. */
  public double sent() {
    return sent.get();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    received.inc(((ByteBuf) message).readableBytes());
    context.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    sent.inc(((ByteBuf) message).readableBytes());
    messages.inc();
    ChannelFuture unused = context.write(message, promise);
  }

  private static CounterDataPoint counter(String name) {
    return Counter.builder().name(name).labelNames("transport").build().labelValues("tcp");
  }
}
