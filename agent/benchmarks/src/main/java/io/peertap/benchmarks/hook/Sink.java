package io.peertap.benchmarks.hook;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** The end of the pipeline: counts what it is given, and keeps nothing. */
final class Sink extends ChannelInboundHandlerAdapter {

  private long read;

  /** Bytes that arrived. */
  long read() {
    return read;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    read += ((ByteBuf) message).readableBytes();
  }
}
