package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.etc.util.netty.mux.RemoteWriteClosed;
import io.libp2p.protocol.ProtocolHandler;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.util.concurrent.CompletableFuture;

/**
 * A protocol of the test's own: the initiator sends bytes, the responder sends them back; when all
 * are, first the one and then the other finishes. (Both finishing while bytes wait for the window
 * loses them in the library's yamux.)
 */
final class Blob extends StrictProtocolBinding<Blob.Transfer> {

  /** The name that both ends negotiate. */
  final String name;

  Blob(String name) {
    super(name, new Handler());
    this.name = name;
  }

  /**
   * What multistream adds to a stream in each direction: its own name and the protocol's, each with
   * a length before and a line feed behind.
   */
  long overhead() {
    return overhead(name);
  }

  static long overhead(String protocol) {
    return "/multistream/1.0.0".length() + 2L + protocol.length() + 2L;
  }

  /** One end of a stream. */
  static final class Transfer extends SimpleChannelInboundHandler<ByteBuf> {
    final CompletableFuture<Long> received = new CompletableFuture<>();
    private final Stream stream;
    private volatile long expected = -1;
    private long bytes;

    Transfer(Stream stream) {
      this.stream = stream;
    }

    /** Sends this many bytes in pieces, and answers how many came back. */
    CompletableFuture<Long> send(int total, int piece) {
      expected = total;
      for (int left = total; left > 0; left -= piece) {
        stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[Math.min(piece, left)]));
      }
      return received;
    }

    Stream stream() {
      return stream;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, ByteBuf message) {
      bytes += message.readableBytes();
      if (!stream.isInitiator()) {
        stream.writeAndFlush(message.retain());
      } else if (bytes == expected) {
        received.complete(bytes);
        var unused = stream.closeWrite();
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
      if (event == RemoteWriteClosed.INSTANCE && !stream.isInitiator()) {
        received.complete(bytes);
        var unused = stream.closeWrite();
      }
      ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelUnregistered(ChannelHandlerContext ctx) {
      received.completeExceptionally(new IllegalStateException("closed"));
      ctx.fireChannelUnregistered();
    }
  }

  /** Makes the ends. */
  private static final class Handler extends ProtocolHandler<Transfer> {
    Handler() {
      super(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected CompletableFuture<Transfer> onStartInitiator(Stream stream) {
      return start(stream);
    }

    @Override
    protected CompletableFuture<Transfer> onStartResponder(Stream stream) {
      return start(stream);
    }

    private static CompletableFuture<Transfer> start(Stream stream) {
      Transfer transfer = new Transfer(stream);
      stream.pushHandler(transfer);
      return CompletableFuture.completedFuture(transfer);
    }
  }
}
