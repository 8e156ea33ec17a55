package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.multistream.ProtocolBinding;
import io.libp2p.core.pubsub.MessageApi;
import io.libp2p.core.pubsub.Topic;
import io.libp2p.core.pubsub.ValidationResult;
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
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The metrics of the source documents that no other library moves. */
class Libp2pRowsTest {

  private static final String DRIVER = "libp2p";
  private static final Topic TOPIC = new Topic("news");

  private final List<Node> nodes = new ArrayList<>();
  private final List<RelayNode> relays = new ArrayList<>();
  private final RowLedger ledger = new RowLedger();

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
        relays.forEach(RelayNode::close);
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
    RelayNode relay = relayed();
    RelayNode server = relayed();
    RelayNode client = relayed();
    server.listenThrough(relay);
    Node.get(client.node.host.getNetwork().connect(server.node.peerId(), relay.through(server)));
  }

  private RelayNode relayed() {
    RelayNode node = new RelayNode(Node.Kind.NOISE_YAMUX, 1);
    relays.add(node);
    return node;
  }

  private Node start(ProtocolBinding<?> protocol) {
    Node node = Node.start(Node.Kind.NOISE_YAMUX, protocol);
    nodes.add(node);
    return node;
  }
}
