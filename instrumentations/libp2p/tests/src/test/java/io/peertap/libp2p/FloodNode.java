package io.peertap.libp2p;

import io.libp2p.core.ConnectionHandler;
import io.libp2p.core.Stream;
import io.libp2p.core.multistream.StrictProtocolBinding;
import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.PubsubApi;
import io.libp2p.core.pubsub.PubsubApiKt;
import io.libp2p.core.pubsub.PubsubPublisherApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.protocol.ProtocolHandler;
import io.libp2p.pubsub.flood.FloodRouter;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A host with the library's older router, which passes everything on to everybody. */
final class FloodNode implements AutoCloseable {

  final GossipNode.Wire wire = new GossipNode.Wire();
  final AtomicLong delivered = new AtomicLong();
  final Node node;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final FloodRouter router = new FloodRouter(executor);
  private final PubsubApi api = PubsubApiKt.createPubsubApi(router);
  private final PubsubPublisherApi publisher;

  FloodNode(String topic) {
    Flood flood = new Flood();
    node = Node.start(
        Node.Kind.NOISE_YAMUX,
        List.of(flood),
        builder -> builder
            .getConnectionHandlers()
            .add(ConnectionHandler.Companion.create(connection -> {
              var unused = connection.muxerSession().createStream(List.of(flood));
              return kotlin.Unit.INSTANCE;
            })));
    publisher = api.createPublisher(node.host.getPrivKey(), 1);
    Function<MessageApi, CompletableFuture<ValidationResult>> validator = message -> {
      delivered.incrementAndGet();
      return CompletableFuture.completedFuture(ValidationResult.Valid);
    };
    var unused = api.subscribe(validator, new Topic(topic));
  }

  CompletableFuture<?> publish(String topic, int bytes) {
    return publisher.publish(Unpooled.wrappedBuffer(new byte[bytes]), new Topic(topic));
  }

  @Override
  public void close() {
    node.close();
    executor.shutdown();
  }

  /** The router's protocol, for which the library has no binding of its own. */
  private final class Flood extends StrictProtocolBinding<Object> {
    Flood() {
      super("/floodsub/1.0.0", new Peering());
    }
  }

  /** Gives streams to the router. */
  private final class Peering extends ProtocolHandler<Object> {
    Peering() {
      super(Long.MAX_VALUE, Long.MAX_VALUE);
    }

    @Override
    protected CompletableFuture<Object> onStartInitiator(Stream stream) {
      return onStartResponder(stream);
    }

    @Override
    protected CompletableFuture<Object> onStartResponder(Stream stream) {
      router.addPeerWithDebugHandler(stream, wire);
      return CompletableFuture.completedFuture(stream);
    }
  }
}
