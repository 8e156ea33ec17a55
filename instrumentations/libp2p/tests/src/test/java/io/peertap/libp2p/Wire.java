package io.peertap.libp2p;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.atomic.LongAdder;

/** Counts the bytes of a host's sockets, with a handler of its own next to each socket. */
@Sharable
final class Wire extends ChannelDuplexHandler {

  final LongAdder received = new LongAdder();
  final LongAdder sent = new LongAdder();

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf bytes) {
      received.add(bytes.readableBytes());
    }
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    int bytes = message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
    var unused = ctx.write(message, promise.unvoid()).addListener(written -> {
      if (written.isSuccess()) { // Not what TLS says to a socket that is closed already.
        sent.add(bytes);
      }
    });
  }
}
