package io.peertap.libp2p;

import io.libp2p.core.ChannelVisitor;
import io.libp2p.core.Stream;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a host writes to its streams, by protocol, all that the protocols' negotiation adds
 * included: there before the library's own handlers, it misses nothing.
 */
final class Written implements ChannelVisitor<Stream> {

  private final ConcurrentHashMap<Stream, LongAdder> byStream = new ConcurrentHashMap<>();

  @Override
  public void visit(Stream stream) {
    LongAdder bytes = new LongAdder();
    byStream.put(stream, bytes);
    stream.pushHandler(new Counter(bytes));
  }

  /** The bytes on all streams of a protocol with a peer. */
  long bytes(String protocol, Node peer) {
    long sum = 0;
    for (Stream stream : byStream.keySet()) {
      if (stream.remotePeerId().equals(peer.peerId())
          && protocol.equals(stream.getProtocol().getNow(null))) {
        sum += byStream.get(stream).sum();
      }
    }
    return sum;
  }

  /** On one stream. */
  private static final class Counter extends ChannelOutboundHandlerAdapter {
    private final LongAdder bytes;

    Counter(LongAdder bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      if (message instanceof ByteBuf buffer) {
        bytes.add(buffer.readableBytes());
      }
      var unused = ctx.write(message, promise);
    }
  }
}
