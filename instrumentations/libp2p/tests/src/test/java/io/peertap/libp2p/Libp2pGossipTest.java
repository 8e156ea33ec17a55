package io.peertap.libp2p;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three gossip routers, each connected with both others: every row is what the routers tell. */
class Libp2pGossipTest {

  private static final String TOPIC = "news";
  private static final List<Integer> SIZES = List.of(10, 1000, 2000, 50_000, 200_000);

  private InProcessAgent agent;
  private GossipNode a;
  private GossipNode b;
  private GossipNode c;

  @BeforeEach
  void start() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full");
    a = new GossipNode();
    b = new GossipNode();
    c = new GossipNode();
    a.node.connect(b.node);
    a.node.connect(c.node);
    b.node.connect(c.node);
    for (GossipNode node : nodes()) {
      node.subscribe(TOPIC);
    }
    await().untilAsserted(() -> {
      assertThat(agent.scrape().value("gossip_mesh_peers", "topic", TOPIC)).isEqualTo(6);
      assertThat(agent.scrape().value("gossip_topic_peers", "topic", TOPIC)).isEqualTo(6);
    });
  }

  @AfterEach
  void leave() {
    Node.closeAll(a.node, b.node, c.node);
    agent.close();
  }

  @Test
  void messages_byWhatBecameOfThem() {
    publishAll();
    await().untilAsserted(() -> {
      assertThat(sum(node -> node.told.unseen.get())).isEqualTo(2 * (SIZES.size() + 5));
      Scrape scrape = agent.scrape();
      assertThat(messages(scrape, "publish", "ok")).isEqualTo(SIZES.size() + 5);
      assertThat(messages(scrape, "receive", "ok")).isEqualTo(sum(node -> node.told.unseen.get()));
      assertThat(messages(scrape, "receive", "duplicate"))
          .isEqualTo(sum(node -> node.told.seen.get()));
      assertThat(messages(scrape, "deliver", "ok")).isEqualTo(2 * (SIZES.size() + 2));
      assertThat(messages(scrape, "deliver", "invalid")).isEqualTo(2 * 2);
      assertThat(messages(scrape, "deliver", "error")).isEqualTo(2);
      assertThat(scrape.sum("messages_failed_total", "reason", "handle")).isEqualTo(2);
      assertThat(verdicts(scrape, "accept")).isEqualTo(sum(node -> node.told.valid.get()));
      assertThat(verdicts(scrape, "accept")).isEqualTo(2 * SIZES.size());
      assertThat(verdicts(scrape, "reject")).isEqualTo(sum(node -> node.told.invalid.get()));
      assertThat(verdicts(scrape, "ignore")).isEqualTo(2 * 2);
      // Only the receivers pass messages on: what they wrote are copies of others' messages.
      assertThat(messages(scrape, "forward", "ok"))
          .isEqualTo((double) (b.wire.messagesOut.get() + c.wire.messagesOut.get()));
      assertThat(scrape.sum("gossip_propagation_seconds", "topic", TOPIC))
          .isEqualTo(sum(node -> node.told.echoed.size()));
    });
  }

  @Test
  void copiesOnTheWire_withTheirSizesAndPeers() {
    publishAll();
    await().untilAsserted(() -> {
      assertThat(sum(node -> node.told.unseen.get())).isEqualTo(2 * (SIZES.size() + 5));
      Scrape scrape = agent.scrape();
      String[] publish = {"protocol", "gossipsub", "type", "publish"};
      assertThat(scrape.sum("messages_sent_total", publish))
          .isEqualTo(sum(node -> node.wire.messagesOut.get()));
      assertThat(scrape.sum("messages_received_total", publish))
          .isEqualTo(sum(node -> node.wire.messagesIn.get()));
      assertThat(scrape.sum("messages_sent_total")).isEqualTo(sum(n -> n.wire.messagesOut.get()));
      assertThat(scrape.observed("message_size_bytes", "direction", "outbound", "type", "publish"))
          .isEqualTo(sum(node -> node.wire.bytesOut.get()));
      assertThat(scrape.observed("message_size_bytes", "direction", "inbound", "type", "publish"))
          .isEqualTo(sum(node -> node.wire.bytesIn.get()));
      // Of A's own copies half went to each of the others, who say that they came from A.
      assertThat(scrape.sum("peer_messages_received_total", "peer", a.node.id()))
          .isEqualTo((double) a.wire.messagesOut.get());
    });
  }

  @Test
  void meshesAndControlMessages() {
    publishAll();
    Node.closeAll(c.node);
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      assertThat(scrape.value("gossip_mesh_peers", "topic", TOPIC)).isEqualTo(2);
      assertThat(scrape.sum("gossip_mesh_changes_total", "action", "graft"))
          .isEqualTo(sum(node -> node.told.meshed.get()));
      // Both others lose C, and C both of them; nobody told the listeners.
      assertThat(scrape.sum("gossip_mesh_changes_total", "action", "prune"))
          .isEqualTo(sum(node -> node.told.pruned.get()) + 4);
      assertThat(
              scrape.sum("gossip_mesh_changes_total", "action", "prune", "reason", "disconnected"))
          .isEqualTo(4);
      assertThat(scrape.sum("messages_failed_total", "type", "rpc"))
          .isEqualTo(sum(node -> node.wire.failed.get()));
      for (String direction : List.of("inbound", "outbound")) {
        for (String control : GossipNode.Wire.CONTROLS) {
          assertThat(scrape.sum(
                  "gossip_control_messages_total", "direction", direction, "control", control))
              .as(direction + ' ' + control)
              .isEqualTo(sum(node -> node.wire.control(direction, control)));
        }
      }
    });
    assertThat(agent.scrape().sum("gossip_control_messages_total", "control", "graft"))
        .isPositive();
  }

  @Test
  void publishing_canFail() {
    assertThat(Node.failure(a.publish("nobody", GossipNode.VALID, 10)))
        .isInstanceOf(Exception.class);
    Node.get(a.publish(TOPIC, GossipNode.VALID, 10));
    await().until(() -> b.told.last != null);
    assertThat(Node.failure(b.router.publish(b.told.last))).isInstanceOf(Exception.class);
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      assertThat(scrape.sum(
              "gossip_messages_total", "action", "publish", "status", "error", "topic", "nobody"))
          .isEqualTo(1);
      assertThat(messages(scrape, "publish", "ok")).isEqualTo(1);
      assertThat(messages(scrape, "publish", "duplicate")).isEqualTo(1);
    });
  }

  @Test
  void scoresAreThePeersReputation() {
    await().untilAsserted(() -> {
      Scrape scrape = agent.scrape();
      for (GossipNode node : nodes()) {
        assertThat(scrape.value("peer_reputation_score", "peer", node.node.id()))
            .isEqualTo(GossipNode.score(node.node.peerId()));
      }
    });
  }

  /** A publishes everything: some of each kind, of mixed sizes. */
  private void publishAll() {
    for (int size : SIZES) {
      get(a.publish(TOPIC, GossipNode.VALID, size));
    }
    for (byte verdict : new byte[] {
      GossipNode.INVALID,
      GossipNode.INVALID,
      GossipNode.IGNORED,
      GossipNode.IGNORED,
      GossipNode.THROWS
    }) {
      get(a.publish(TOPIC, verdict, 100));
    }
  }

  private static void get(CompletableFuture<?> published) {
    Node.get(published);
  }

  private List<GossipNode> nodes() {
    return List.of(a, b, c);
  }

  private double sum(ToLongFunction<GossipNode> count) {
    return (double) nodes().stream().mapToLong(count).sum();
  }

  private static double messages(Scrape scrape, String action, String status) {
    return scrape.sum("gossip_messages_total", "action", action, "status", status, "topic", TOPIC);
  }

  private static double verdicts(Scrape scrape, String result) {
    return scrape.sum("gossip_validations_total", "result", result, "topic", TOPIC);
  }
}
