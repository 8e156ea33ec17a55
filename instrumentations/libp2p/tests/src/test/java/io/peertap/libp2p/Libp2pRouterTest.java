package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.libp2p.core.Stream;
import io.netty.buffer.Unpooled;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What routers refuse to hear, and the router that refuses nothing. */
class Libp2pRouterTest {

  private static final String TOPIC = "news";
  private static final int MESSAGES = 7;

  private InProcessAgent agent;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
  }

  @AfterEach
  void leave() {
    agent.close();
  }

  @Test
  void peersThatARouterDoesNotListenTo() {
    try (GossipNode a = new GossipNode();
        GossipNode deaf = GossipNode.deaf()) {
      a.subscribe(TOPIC);
      deaf.subscribe(TOPIC);
      a.node.connect(deaf.node);
      await().untilAsserted(() -> {
        double heard = (double) deaf.wire.rpcsIn.get();
        assertThat(heard).isPositive();
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("messages_dropped_total", "queue", "gossip", "reason", "filtered"))
            .isEqualTo(heard);
        assertThat(scrape.sum("peer_messages_dropped_total", "peer", a.node.id()))
            .isEqualTo(heard);
        assertThat(scrape.sum("messages_dropped_total")).isEqualTo(heard);
      });
    }
  }

  @Test
  void messagesWithTooManyParts() {
    try (GossipNode a = new GossipNode();
        GossipNode limited = GossipNode.limited(1)) {
      for (String topic : List.of("one", "two", "three")) {
        a.subscribe(topic);
      }
      a.node.connect(limited.node);
      await().untilAsserted(() -> {
        assertThat(a.wire.crowded.get()).isEqualTo(1);
        assertThat(agent.scrape().sum("messages_dropped_total", "queue", "gossip"))
            .isEqualTo(1);
      });
      assertThat(agent.scrape().sum("messages_failed_total")).isZero();
    }
  }

  @Test
  void whatIsNoMessageAtAll() {
    Bare bare = new Bare("/meshsub/1.1.0");
    try (Node stranger = Node.start(Node.Kind.NOISE_YAMUX, bare);
        GossipNode b = new GossipNode()) {
      Stream stream = Node.get(
          stranger.connect(b.node).muxerSession().createStream(List.of(bare)).getStream());
      Node.get(stream.getProtocol());
      stream.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {3, -1, -1, -1}));
      await().untilAsserted(() -> {
        assertThat(b.told.misbehaved.get()).isEqualTo(1);
        assertThat(agent.scrape().sum("messages_failed_total", "type", "rpc", "reason", "decode"))
            .isEqualTo(1);
      });
      assertThat(agent.scrape().sum("messages_failed_total")).isEqualTo(1);
    }
  }

  @Test
  void floodRouter_passesEverythingOn() {
    try (FloodNode a = new FloodNode(TOPIC);
        FloodNode b = new FloodNode(TOPIC);
        FloodNode c = new FloodNode(TOPIC)) {
      List<FloodNode> nodes = List.of(a, b, c);
      a.node.connect(b.node);
      a.node.connect(c.node);
      b.node.connect(c.node);
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().value("gossip_topic_peers", "topic", TOPIC))
                  .isEqualTo(6));
      for (int i = 1; i <= MESSAGES; i++) {
        Node.get(a.publish(TOPIC, i * 100));
      }
      await().untilAsserted(() -> {
        double delivered = sum(nodes, node -> node.delivered.get());
        double copies = sum(nodes, node -> node.wire.messagesIn.get());
        assertThat(delivered).isEqualTo(2 * MESSAGES);
        assertThat(copies).isEqualTo(4 * MESSAGES);
        Scrape scrape = agent.scrape();
        assertThat(messages(scrape, "publish", "ok")).isEqualTo(MESSAGES);
        assertThat(messages(scrape, "receive", "ok")).isEqualTo(delivered);
        assertThat(messages(scrape, "receive", "duplicate")).isEqualTo(copies - delivered);
        assertThat(messages(scrape, "deliver", "ok")).isEqualTo(delivered);
        assertThat(messages(scrape, "forward", "ok"))
            .isEqualTo((double) (b.wire.messagesOut.get() + c.wire.messagesOut.get()));
        assertThat(scrape.sum("gossip_messages_total"))
            .isEqualTo(MESSAGES + copies + 2 * delivered);
        assertThat(scrape.sum("gossip_validations_total", "result", "accept")).isEqualTo(delivered);
        assertThat(scrape.sum("messages_sent_total", "protocol", "floodsub"))
            .isEqualTo(sum(nodes, node -> node.wire.messagesOut.get()));
        assertThat(scrape.sum("messages_received_total", "protocol", "floodsub"))
            .isEqualTo(copies);
        assertThat(scrape.observed("message_size_bytes", "direction", "inbound"))
            .isEqualTo(sum(nodes, node -> node.wire.bytesIn.get()));
        assertThat(scrape.sum("peer_messages_received_total", "peer", a.node.id()))
            .isEqualTo((double) a.wire.messagesOut.get());
      });
    }
  }

  private static double sum(List<FloodNode> nodes, ToLongFunction<FloodNode> count) {
    return (double) nodes.stream().mapToLong(count).sum();
  }

  private static double messages(Scrape scrape, String action, String status) {
    return scrape.sum("gossip_messages_total", "action", action, "status", status, "topic", TOPIC);
  }
}
