package io.peertap.libp2p;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the bytes of a host's connections, with a handler of its own next to each: those of
 * sockets, and those of connections through a relay.
 */
@Sharable
final class Wire extends ChannelDuplexHandler {

  final LongAdder received = new LongAdder();
  final LongAdder sent = new LongAdder();
  final LongAdder relayedReceived = new LongAdder();
  final LongAdder relayedSent = new LongAdder();

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    (isSocket(ctx) ? received : relayedReceived).add(bytes(message));
    ctx.fireChannelRead(message);
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    int bytes = bytes(message);
    var unused = ctx.write(message, promise.unvoid()).addListener(written -> {
      if (written.isSuccess()) { // Not what TLS says to a socket that is closed already.
        (isSocket(ctx) ? sent : relayedSent).add(bytes);
      }
    });
  }

  private static boolean isSocket(ChannelHandlerContext ctx) {
    return ctx.channel() instanceof SocketChannel;
  }

  private static int bytes(Object message) {
    return message instanceof ByteBuf buffer ? buffer.readableBytes() : 0;
  }
}
