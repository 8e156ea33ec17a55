package io.peertap.libp2p;

import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.PubsubApi;
import io.libp2p.core.pubsub.PubsubApiKt;
import io.libp2p.core.pubsub.PubsubPublisherApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.pubsub.flood.FloodRouter;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A host with the library's older router, which passes everything on to everybody, and for which the
 * library has no binding of its own.
 */
final class FloodNode implements AutoCloseable {

  final GossipNode.Wire wire = new GossipNode.Wire();
  final AtomicLong delivered = new AtomicLong();
  final Node node;
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final FloodRouter router = new FloodRouter(executor);
  private final PubsubApi api = PubsubApiKt.createPubsubApi(router);
  private final PubsubPublisherApi publisher;

  FloodNode(String topic) {
    Bare flood =
        new Bare("/floodsub/1.0.0", stream -> router.addPeerWithDebugHandler(stream, wire));
    node = Node.start(Node.Kind.NOISE_YAMUX, List.of(flood), Node.connected(connection -> {
      var unused = connection.muxerSession().createStream(List.of(flood));
    }));
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
}
