package io.peertap.libp2p;

import io.libp2p.core.PeerId;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.PubsubApiKt;
import io.libp2p.core.pubsub.PubsubPublisherApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.pubsub.PubsubMessage;
import io.libp2p.pubsub.gossip.Gossip;
import io.libp2p.pubsub.gossip.GossipPeerScoreParams;
import io.libp2p.pubsub.gossip.GossipRouter;
import io.libp2p.pubsub.gossip.GossipRouterEventListener;
import io.libp2p.pubsub.gossip.GossipScoreParams;
import io.libp2p.pubsub.gossip.builders.GossipParamsBuilder;
import io.libp2p.pubsub.gossip.builders.GossipPeerScoreParamsBuilder;
import io.libp2p.pubsub.gossip.builders.GossipRouterBuilder;
import io.libp2p.pubsub.gossip.builders.GossipScoreParamsBuilder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import kotlin.jvm.functions.Function1;
import pubsub.pb.Rpc;

/** A host with a gossip router, and what the library's own listeners and handlers say of it. */
final class GossipNode implements AutoCloseable {

  /** What the application does with a message: the first byte of it says so. */
  static final byte VALID = 'v';

  static final byte INVALID = 'i';
  static final byte IGNORED = 'g';
  static final byte THROWS = 'x';

  final GossipRouter router;
  final Node node;
  final Told told = new Told();
  final Wire wire = new Wire();
  private final Gossip gossip;
  private final PubsubPublisherApi publisher;

  GossipNode() {
    this(new GossipParamsBuilder(), GossipNode::score, GossipNode::alone);
  }

  /** One whose host does more than gossip. */
  GossipNode(Function<Gossip, Node> host) {
    this(new GossipParamsBuilder(), GossipNode::score, host);
  }

  /** One that listens to nobody. */
  static GossipNode deaf() {
    return new GossipNode(new GossipParamsBuilder(), peer -> -1.0, GossipNode::alone);
  }

  /** One that takes no message with more subscriptions. */
  static GossipNode limited(int subscriptions) {
    return new GossipNode(
        new GossipParamsBuilder().maxSubscriptions(subscriptions),
        GossipNode::score,
        GossipNode::alone);
  }

  private static Node alone(Gossip gossip) {
    return Node.start(Node.Kind.NOISE_YAMUX, gossip);
  }

  private GossipNode(
      GossipParamsBuilder params, Function1<PeerId, Double> score, Function<Gossip, Node> host) {
    GossipRouterBuilder builder = new GossipRouterBuilder();
    builder.setParams(params.heartbeatInterval(Duration.ofMillis(100)).build());
    builder.setScoreParams(new GossipScoreParamsBuilder(new GossipScoreParams())
        .peerScoreParams(new GossipPeerScoreParamsBuilder(new GossipPeerScoreParams())
            .appSpecificScore(score)
            .appSpecificWeight(1.0)
            .build())
        .build());
    router = builder.build();
    router.getEventBroadcaster().getListeners().add(told);
    gossip = new Gossip(router, PubsubApiKt.createPubsubApi(router), wire);
    node = host.apply(gossip);
    publisher = gossip.createPublisher(node.host.getPrivKey(), 1);
  }

  /** What the application of every node thinks of a peer: something of its own for each. */
  static double score(PeerId peer) {
    return 1 + (peer.getBytes()[peer.getBytes().length - 1] & 0xf);
  }

  void subscribe(String topic) {
    Function<MessageApi, CompletableFuture<ValidationResult>> validator =
        message -> judge(message.getData());
    var unused = gossip.subscribe(validator, new Topic(topic));
  }

  CompletableFuture<?> publish(String topic, byte verdict, int bytes) {
    byte[] data = new byte[bytes];
    data[0] = verdict;
    return publisher.publish(Unpooled.wrappedBuffer(data), new Topic(topic));
  }

  private static CompletableFuture<ValidationResult> judge(ByteBuf data) {
    return switch (data.getByte(0)) {
      case VALID -> CompletableFuture.completedFuture(ValidationResult.Valid);
      case INVALID -> CompletableFuture.completedFuture(ValidationResult.Invalid);
      case IGNORED -> CompletableFuture.completedFuture(ValidationResult.Ignore);
      default -> CompletableFuture.failedFuture(new IllegalStateException("of the application"));
    };
  }

  @Override
  public void close() {
    node.close();
  }

  /** The library's own word, on the router's thread. */
  static final class Told implements GossipRouterEventListener {
    final AtomicLong unseen = new AtomicLong();
    final AtomicLong seen = new AtomicLong();
    final AtomicLong valid = new AtomicLong();
    final AtomicLong invalid = new AtomicLong();
    final AtomicLong meshed = new AtomicLong();
    final AtomicLong pruned = new AtomicLong();
    final AtomicLong misbehaved = new AtomicLong();
    final Set<Object> echoed = ConcurrentHashMap.newKeySet();
    volatile PubsubMessage last;

    @Override
    public void notifyDisconnected(PeerId peer) {}

    @Override
    public void notifyConnected(PeerId peer, Multiaddr address) {}

    @Override
    public void notifyUnseenMessage(PeerId peer, PubsubMessage message) {
      last = message;
      unseen.incrementAndGet();
    }

    @Override
    public void notifySeenMessage(
        PeerId peer, PubsubMessage message, Optional<ValidationResult> verdict) {
      echoed.add(message.getMessageId());
      seen.incrementAndGet();
    }

    @Override
    public void notifyUnseenInvalidMessage(PeerId peer, PubsubMessage message) {
      invalid.incrementAndGet();
    }

    @Override
    public void notifyUnseenValidMessage(PeerId peer, PubsubMessage message) {
      valid.incrementAndGet();
    }

    @Override
    public void notifyMeshed(PeerId peer, String topic) {
      meshed.incrementAndGet();
    }

    @Override
    public void notifyPruned(PeerId peer, String topic) {
      pruned.incrementAndGet();
    }

    @Override
    public void notifyRouterMisbehavior(PeerId peer, int count) {
      misbehaved.addAndGet(count);
    }
  }

  /** Counts what travels on the router's streams, at the library's own place for such handlers. */
  @Sharable
  static final class Wire extends ChannelDuplexHandler {
    static final List<String> CONTROLS = List.of("ihave", "iwant", "graft", "prune", "idontwant");

    final AtomicLong messagesOut = new AtomicLong();
    final AtomicLong messagesIn = new AtomicLong();
    final AtomicLong bytesOut = new AtomicLong();
    final AtomicLong bytesIn = new AtomicLong();
    final AtomicLong rpcsIn = new AtomicLong();

    /** Sent ones with several subscriptions. */
    final AtomicLong crowded = new AtomicLong();

    /** Those that were not written, to peers that were leaving. */
    final AtomicLong failed = new AtomicLong();

    private final ConcurrentHashMap<String, Long> controls = new ConcurrentHashMap<>();

    long control(String direction, String control) {
      return controls.getOrDefault(direction + control, 0L);
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      rpcsIn.incrementAndGet();
      count("inbound", (Rpc.RPC) message, messagesIn, bytesIn);
      ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      Rpc.RPC rpc = (Rpc.RPC) message;
      var unused = ctx.write(message, promise.unvoid()).addListener(written -> {
        if (written.isSuccess()) {
          crowded.addAndGet(rpc.getSubscriptionsCount() > 1 ? 1 : 0);
          count("outbound", rpc, messagesOut, bytesOut);
        } else {
          failed.incrementAndGet();
        }
      });
    }

    private void count(String direction, Rpc.RPC rpc, AtomicLong messages, AtomicLong bytes) {
      for (Rpc.Message message : rpc.getPublishList()) {
        messages.incrementAndGet();
        bytes.addAndGet(message.getSerializedSize());
      }
      Rpc.ControlMessage control = rpc.getControl();
      List<Integer> counts = List.of(
          control.getIhaveCount(),
          control.getIwantCount(),
          control.getGraftCount(),
          control.getPruneCount(),
          control.getIdontwantCount());
      for (int i = 0; i < counts.size(); i++) {
        controls.merge(direction + CONTROLS.get(i), (long) counts.get(i), Long::sum);
      }
    }
  }
}
