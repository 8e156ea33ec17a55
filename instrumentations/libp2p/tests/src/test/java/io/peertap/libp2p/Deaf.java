package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.protocol.ProtocolHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;

/** Agrees to a protocol, and then never says anything. */
final class Deaf extends StrictProtocolBinding<Object> {

  Deaf(String protocol) {
    super(protocol, new Handler());
  }

  /** Takes what comes. */
  private static final class Handler extends ProtocolHandler<Object> {
    Handler() {
      super(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected CompletableFuture<Object> onStartResponder(Stream stream) {
      stream.pushHandler(new ChannelInboundHandlerAdapter());
      return CompletableFuture.completedFuture(this);
    }
  }
}
