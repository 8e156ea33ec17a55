package io.peertap.libp2p;

import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.protocol.ProtobufProtocolHandler;
import io.libp2p.protocol.ProtocolMessageHandler;
import io.libp2p.protocol.autonat.AutonatProtocol;
import io.libp2p.protocol.autonat.pb.Autonat;
import java.util.concurrent.CompletableFuture;

/** Dials nobody back, and says so: what other implementations do, and the library's own never. */
final class Refusing extends StrictProtocolBinding<AutonatProtocol.AutoNatController> {

  Refusing() {
    super("/libp2p/autonat/v1.0.0", new Handler());
  }

  /** Answers. */
  private static final class Handler
      extends ProtobufProtocolHandler<AutonatProtocol.AutoNatController> {
    Handler() {
      super(Autonat.Message.getDefaultInstance(), 2048, 2048);
    }

    @Override
    protected CompletableFuture<AutonatProtocol.AutoNatController> onStartResponder(Stream stream) {
      stream.pushHandler(new Answer());
      return CompletableFuture.completedFuture(new AutonatProtocol.Receiver(stream));
    }
  }

  /** No. */
  private static final class Answer implements ProtocolMessageHandler<Autonat.Message> {
    @Override
    public void onMessage(Stream stream, Autonat.Message request) {
      stream.writeAndFlush(Autonat.Message.newBuilder()
          .setType(Autonat.Message.MessageType.DIAL_RESPONSE)
          .setDialResponse(Autonat.Message.DialResponse.newBuilder()
              .setStatus(Autonat.Message.ResponseStatus.E_DIAL_REFUSED)));
    }
  }
}
