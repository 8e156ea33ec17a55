package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.protocol.ProtocolHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

/** Agrees to a protocol, takes what comes, and says nothing but what the test writes. */
final class Bare extends StrictProtocolBinding<Stream> {

  Bare(String protocol) {
    super(protocol, new Handler());
  }

  /** Hands out the stream. */
  private static final class Handler extends ProtocolHandler<Stream> {
    Handler() {
      super(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected CompletableFuture<Stream> onStartInitiator(Stream stream) {
      return CompletableFuture.completedFuture(stream);
    }

    @Override
    protected CompletableFuture<Stream> onStartResponder(Stream stream) {
      stream.pushHandler(new ChannelInboundHandlerAdapter());
      return CompletableFuture.completedFuture(stream);
    }
  }
}
