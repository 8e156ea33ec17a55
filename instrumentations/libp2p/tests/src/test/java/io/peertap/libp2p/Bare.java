package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.protocol.ProtocolHandler;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Agrees to a protocol, and hands the streams of both sides to the test. */
final class Bare extends StrictProtocolBinding<Stream> {

  /** Takes what comes, and says nothing but what the test writes. */
  Bare(String protocol) {
    this(protocol, stream -> stream.pushHandler(new ChannelInboundHandlerAdapter()));
  }

  Bare(String protocol, Consumer<Stream> streams) {
    super(protocol, new Handler(streams));
  }

  /** Hands them out. */
  private static final class Handler extends ProtocolHandler<Stream> {
    private final Consumer<Stream> streams;

    Handler(Consumer<Stream> streams) {
      super(Long.MAX_VALUE, Long.MAX_VALUE);
      this.streams = streams;
    }

    @Override
    protected CompletableFuture<Stream> onStartInitiator(Stream stream) {
      return onStartResponder(stream);
    }

    @Override
    protected CompletableFuture<Stream> onStartResponder(Stream stream) {
      streams.accept(stream);
      return CompletableFuture.completedFuture(stream);
    }
  }
}
