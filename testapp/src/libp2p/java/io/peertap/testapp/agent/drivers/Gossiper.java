package io.peertap.testapp.agent.drivers;

import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.PubsubPublisherApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.pubsub.gossip.Gossip;
import io.libp2p.pubsub.gossip.GossipPeerScoreParams;
import io.libp2p.pubsub.gossip.GossipScoreParams;
import io.libp2p.pubsub.gossip.builders.GossipParamsBuilder;
import io.libp2p.pubsub.gossip.builders.GossipPeerScoreParamsBuilder;
import io.libp2p.pubsub.gossip.builders.GossipRouterBuilder;
import io.libp2p.pubsub.gossip.builders.GossipScoreParamsBuilder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A host that gossips, and thinks the same of everybody. */
final class Gossiper implements AutoCloseable {

  private static final Topic TOPIC = new Topic("news");

  /** The verdicts of every application: a message's first byte says which. */
  private static final List<ValidationResult> VERDICTS =
      List.of(ValidationResult.Valid, ValidationResult.Ignore, ValidationResult.Invalid);

  private static final Duration HEARTBEAT = Duration.ofMillis(100);
  private static final long PATIENCE = 20;

  private final byte number;
  private final Set<Byte> heard = ConcurrentHashMap.newKeySet();
  private final CountDownLatch unheard;
  private final Hosted hosted;
  private final PubsubPublisherApi publisher;
  private int published;

  /** With so many others. */
  Gossiper(int number, int others) throws Exception {
    this.number = (byte) number;
    this.unheard = new CountDownLatch(others);
    GossipRouterBuilder router = new GossipRouterBuilder();
    router.setParams(new GossipParamsBuilder().heartbeatInterval(HEARTBEAT).build());
    router.setScoreParams(new GossipScoreParamsBuilder(new GossipScoreParams())
        .peerScoreParams(new GossipPeerScoreParamsBuilder(new GossipPeerScoreParams())
            .appSpecificScore(peer -> 7.0)
            .appSpecificWeight(1.0)
            .build())
        .build());
    Gossip gossip = new Gossip(router.build());
    hosted = Hosted.start(builder -> {}, gossip);
    publisher = gossip.createPublisher(hosted.host().getPrivKey(), System.nanoTime());
    Function<MessageApi, CompletableFuture<ValidationResult>> judge =
        message -> CompletableFuture.completedFuture(judge(message.getData()));
    var unused = gossip.subscribe(judge, TOPIC);
  }

  private ValidationResult judge(ByteBuf message) {
    if (heard.add(message.getByte(1))) {
      unheard.countDown();
    }
    return VERDICTS.get(message.getByte(0));
  }

  /** Waits until it has heard all others. */
  void awaitAll() throws Exception {
    if (!unheard.await(PATIENCE, TimeUnit.SECONDS)) {
      throw new TimeoutException(number + " has heard none but " + heard);
    }
  }

  void connect(Gossiper other) throws Exception {
    hosted.connect(other.hosted);
  }

  /** Publishes a message, of which most are valid. */
  void publish() {
    int turn = published++ % 10;
    byte verdict = (byte) (turn < 8 ? 0 : turn - 7);
    var unused = publisher.publish(Unpooled.wrappedBuffer(new byte[] {verdict, number}), TOPIC);
  }

  @Override
  public void close() {
    hosted.close();
  }
}
