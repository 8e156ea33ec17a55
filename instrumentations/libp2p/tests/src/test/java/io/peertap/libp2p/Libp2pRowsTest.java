package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.PeerId;
import io.libp2p.core.crypto.PrivKey;
import io.libp2p.core.dsl.BuilderJ;
import io.libp2p.core.multiformats.Multiaddr;
import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
import io.libp2p.core.transport.Transport;
import io.libp2p.protocol.circuit.CircuitHopProtocol;
import io.libp2p.protocol.circuit.CircuitStopProtocol;
import io.libp2p.protocol.circuit.RelayTransport;
import io.libp2p.pubsub.gossip.Gossip;
import io.libp2p.pubsub.gossip.GossipPeerScoreParams;
import io.libp2p.pubsub.gossip.GossipScoreParams;
import io.libp2p.pubsub.gossip.builders.GossipPeerScoreParamsBuilder;
import io.libp2p.pubsub.gossip.builders.GossipRouterBuilder;
import io.libp2p.pubsub.gossip.builders.GossipScoreParamsBuilder;
import io.netty.buffer.Unpooled;
import io.peertap.test.DialectText;
import io.peertap.test.InProcessAgent;
import io.peertap.test.RowLedger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metrics of the source documents that no other library moves. */
class Libp2pRowsTest {

  private static final String DRIVER = "libp2p";
  private static final Topic TOPIC = new Topic("news");

  private final ScheduledThreadPoolExecutor runner = new ScheduledThreadPoolExecutor(1);
  private final List<Node> nodes = new ArrayList<>();
  private final RowLedger ledger = new RowLedger();

  @AfterEach
  void stop() {
    runner.shutdownNow();
  }

  @Test
  void itsRows_move() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("peers.families=all")) {
      await().until(() -> agent.agent().port() > 0);
      int port = agent.agent().port();
      DialectText before = DialectText.at(port);
      List<Gossip> gossips = gossipAmongThree();
      connectThroughARelay();
      try {
        await().untilAsserted(() -> {
          publish(gossips);
          ledger.saw(DRIVER, before, DialectText.at(port));
          assertThat(ledger.missing(DRIVER)).isEmpty();
        });
      } finally {
        Node.closeAll(nodes.toArray(Node[]::new));
      }
    }
    ledger.writeTo(Path.of("target", "dialect-rows.md"));
  }

  private List<Gossip> gossipAmongThree() {
    List<Gossip> gossips = List.of(scoring(), scoring(), scoring());
    List<Node> among = new ArrayList<>();
    for (Gossip gossip : gossips) {
      Function<MessageApi, CompletableFuture<ValidationResult>> valid =
          message -> CompletableFuture.completedFuture(ValidationResult.Valid);
      Node node = start(gossip);
      among.forEach(node::connect);
      among.add(node);
      var unused = gossip.subscribe(valid, TOPIC);
    }
    return gossips;
  }

  /** An application that thinks the same of everybody. */
  private static Gossip scoring() {
    GossipRouterBuilder builder = new GossipRouterBuilder();
    builder.setScoreParams(new GossipScoreParamsBuilder(new GossipScoreParams())
        .peerScoreParams(new GossipPeerScoreParamsBuilder(new GossipPeerScoreParams())
            .appSpecificScore(peer -> 7.0)
            .appSpecificWeight(1.0)
            .build())
        .build());
    return new Gossip(builder.build());
  }

  private void publish(List<Gossip> gossips) {
    for (int i = 0; i < gossips.size(); i++) {
      var unused = gossips
          .get(i)
          .createPublisher(nodes.get(i).host.getPrivKey(), System.nanoTime())
          .publish(Unpooled.wrappedBuffer(new byte[] {1}), TOPIC);
    }
  }

  private void connectThroughARelay() {
    Multiaddr relay = new Multiaddr(startRelayed().address() + "/p2p-circuit");
    Node server = startRelayed();
    Node client = startRelayed();
    Node.get(server.host.getNetwork().listen(relay));
    Multiaddr through = new Multiaddr(relay + "/p2p/" + server.id());
    Node.get(client.host.getNetwork().connect(server.peerId(), through));
  }

  private Node start(ProtocolBinding<?> protocol) {
    Node node = Node.start(Node.Kind.NOISE_YAMUX, protocol);
    nodes.add(node);
    return node;
  }

  private Node startRelayed() {
    Node node = Node.start(Node.Kind.NOISE_YAMUX, List.of(), this::enableRelay);
    for (Transport transport : node.host.getNetwork().getTransports()) {
      if (transport instanceof RelayTransport through) {
        through.setHost(node.host);
      }
    }
    nodes.add(node);
    return node;
  }

  private void enableRelay(BuilderJ builder) {
    PrivKey key = builder.getIdentity().random().getFactory().invoke();
    builder.getIdentity().setFactory(() -> key);
    CircuitStopProtocol.Binding stop = new CircuitStopProtocol.Binding(new CircuitStopProtocol());
    CircuitHopProtocol.Binding hop = new CircuitHopProtocol.Binding(
        CircuitHopProtocol.RelayManager.limitTo(key, PeerId.fromPubKey(key.publicKey()), 5), stop);
    builder.getProtocols().add(handled(hop));
    builder.getProtocols().add(handled(stop));
    builder
        .getTransports()
        .add(upgrader -> new RelayTransport(hop, stop, upgrader, host -> List.of(), runner));
  }

  @SuppressWarnings("unchecked") // The library does not say what a host's protocols' handles are.
  private static ProtocolBinding<Object> handled(ProtocolBinding<?> protocol) {
    return (ProtocolBinding<Object>) protocol;
  }
}
