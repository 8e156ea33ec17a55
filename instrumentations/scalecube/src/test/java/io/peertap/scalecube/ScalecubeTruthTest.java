package io.peertap.scalecube;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.record.ConnectionView;
import io.peertap.scalecube.CountingCodec.Count;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the agent counts of a cluster is what its codecs and handlers have seen. */
class ScalecubeTruthTest {

  private static final String PING = CountingCodec.PING;
  private static final int LENGTH_FIELD = 4;

  private InProcessAgent agent;

  @BeforeEach
  void attach() {
    agent = InProcessAgent.start("peers.families=all,peers.label=full,peers.grace=0s");
  }

  @AfterEach
  void detach() {
    agent.close();
  }

  @Test
  void messages_byQualifierAndSize() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      nodes.get(1).gossip("news", "hello");
      Waits.until("the news", () -> nodes.sum(node -> node.heard("news")) == 2);
      Waits.untilHolds("messages", () -> {
        Map<String, Long> sent = messages(nodes, CountingCodec::sent);
        Map<String, Long> received = messages(nodes, CountingCodec::received);
        Scrape scrape = agent.scrape();
        assertThat(sent).containsKeys("sc/membership/sync", "sc/metadata/req", "sc/gossip/req");
        assertThat(byType(scrape, "messages_sent_total", sent)).isEqualTo(sent);
        assertThat(byType(scrape, "messages_received_total", received)).isEqualTo(received);
        assertThat(scrape.sum("messages_sent_total", "protocol", "scalecube"))
            .isEqualTo((double) total(sent));
        long bytes = bytes(nodes, CountingCodec::sent);
        assertThat(scrape.observed("message_size_bytes", "direction", "outbound"))
            .isEqualTo((double) bytes);
        assertThat(scrape.observed("message_size_bytes", "direction", "inbound"))
            .isEqualTo((double) bytes(nodes, CountingCodec::received));
        long wire = bytes + LENGTH_FIELD * total(sent);
        assertThat(scrape.sum("sent_bytes_total")).isEqualTo((double) wire);
        assertThat(scrape.sum("sent_bytes_total", "protocol", "scalecube"))
            .isEqualTo((double) wire);
        assertThat(scrape.sum("received_bytes_total", "protocol", "scalecube"))
            .isEqualTo((double) wire);
        assertThat(scrape.sum("messages_failed_total")).isZero();
      });
    }
  }

  @Test
  void connections_areTheMembersOnBothEnds() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      Waits.untilHolds("names", () -> {
        List<String> dialled = new ArrayList<>();
        List<String> accepted = new ArrayList<>();
        for (ConnectionView connection : agent.connections()) {
          if (connection.direction().equals("inbound")) {
            accepted.add(connection.peer());
          } else {
            assertThat(connection.peer()).isEqualTo(at(nodes, connection.remote()));
            dialled.add(connection.peer());
          }
        }
        List<String> twice = new ArrayList<>();
        for (Node node : nodes) {
          twice.addAll(List.of(node.id(), node.id()));
        }
        assertThat(dialled).containsExactlyInAnyOrderElementsOf(twice);
        assertThat(accepted).containsExactlyInAnyOrderElementsOf(twice);
      });
    }
  }

  @Test
  void members_metAndKnown() {
    try (Nodes nodes = Nodes.calm("alice", "bob")) {
      nodes.awaitMet();
      nodes.join("carol");
      nodes.awaitMet();
      Waits.untilHolds("members", () -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("peers_known")).isEqualTo((double) nodes.sum(Node::others));
        assertThat(event(scrape, "member_added"))
            .isEqualTo((double) nodes.sum(node -> node.events("ADDED")));
        assertThat(discovered(scrape, "static")).as("alice, the seed").isOne();
        assertThat(discovered(scrape, "pex"))
            .as("bob and carol, who came to alice")
            .isEqualTo(2);
        assertThat(discovered(scrape, "gossip")).as("carol, by bob").isOne();
        assertThat(scrape.sum("peers_discovered_total")).isEqualTo(4);
      });
    }
    assertThat(agent.scrape().sum("failure_detections_total")).as("all left").isZero();
  }

  @Test
  void leaving_isNoFailure() {
    try (Nodes nodes = Nodes.patient("alice", "bob", "carol")) {
      nodes.awaitMet();
      nodes.get(2).leave();
      Waits.until("farewell", () -> gone(nodes) == 2);
      Waits.untilHolds("farewell", () -> {
        Scrape scrape = agent.scrape();
        assertThat(event(scrape, "member_removed")).isEqualTo(2);
        assertThat(event(scrape, "member_leaving")).isEqualTo(2);
        assertThat(event(scrape, "member_suspected")).isZero();
        assertThat(scrape.sum("failure_detections_total")).isZero();
        assertThat(scrape.sum("peers_failed_total", "reason", "dead")).isZero();
        assertThat(scrape.sum("peers_known"))
            .as("alice and bob, of each other")
            .isEqualTo((double) (nodes.get(0).others() + nodes.get(1).others()))
            .isEqualTo(2);
      });
    }
  }

  @Test
  void dying_isDetected() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      Node carol = nodes.get(2);
      carol.die();
      Waits.until("the verdicts", () -> gone(nodes) == 2);
      Waits.untilHolds("verdicts", () -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("peer_failure_detections_total", "peer", carol.id()))
            .isEqualTo(scrape.sum(
                "peer_failure_detections_total", "peer", carol.id(), "reason", "suspicion"))
            .isEqualTo(2);
        assertThat(scrape.sum("peers_failed_total", "reason", "dead"))
            .isEqualTo(scrape.sum("failure_detections_total", "reason", "suspicion"));
      });
    }
  }

  /**
   * Of two: among more it is a race who suspects by itself and who has heard of it by gossip. The
   * one that is dead never hears the end of its own pings.
   */
  @Test
  void suspicion_countsOnce() {
    try (Nodes nodes = Nodes.patient("alice", "bob")) {
      nodes.awaitMet();
      nodes.get(1).die();
      Waits.until("the verdict", () -> nodes.get(0).events("REMOVED") == 1);
      Waits.untilHolds(
          "suspicions",
          () -> assertThat(event(agent.scrape(), "member_suspected")).isOne());
    }
  }

  @Test
  void pings_success() {
    long before = System.nanoTime();
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      Waits.until("pings", () -> nodes.sum(node -> node.codec().answered(PING)) > 10);
      Waits.untilHolds("pings", () -> {
        double answered = (double) nodes.sum(node -> node.codec().answered(PING));
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("pings_total", "outcome", "success")).isEqualTo(answered);
        assertThat(scrape.sum("rtt_seconds", "source", "ping")).isEqualTo(answered);
        assertThat(scrape.observed("rtt_seconds", "source", "ping"))
            .isBetween(0.0, answered * (System.nanoTime() - before) / 1e9);
        assertThat(scrape.sum("heartbeats_total", "direction", "outbound"))
            .isEqualTo((double) nodes.sum(node -> node.codec().sent(PING)));
        assertThat(scrape.sum("heartbeats_total", "direction", "inbound"))
            .isEqualTo((double) nodes.sum(node -> node.codec().received(PING)));
        for (Node node : nodes) {
          assertThat(scrape.sum("peer_ping_seconds", "peer", node.id())).isPositive();
        }
      });
    }
  }

  @Test
  void requests_andTheirAnswers() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      Waits.untilHolds("answers", () -> {
        Scrape scrape = agent.scrape();
        for (String type : List.of(PING, "sc/metadata/req", "sc/membership/sync")) {
          double answered = (double) nodes.sum(node -> node.codec().answered(type));
          assertThat(answered).as(type).isPositive();
          assertThat(scrape.sum("message_latency_seconds", "type", type)).isEqualTo(answered);
        }
      });
    }
  }

  @Test
  void pings_thatNobodyAnswers() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      CountingCodec carol = nodes.get(2).codec();
      carol.deaf(true);
      Waits.until("silence", () -> nodes.sum(node -> node.codec().unansweredPings()) > 3);
      carol.deaf(false);
      Waits.untilHolds("pings", () -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("pings_total", "outcome", "success"))
            .isEqualTo((double) nodes.sum(node -> node.codec().answered(PING)));
        assertThat(scrape.sum("pings_total", "outcome", "timeout"))
            .isEqualTo((double) nodes.sum(node -> node.codec().unansweredPings()))
            .isPositive();
        assertThat(scrape.sum("pings_total", "outcome", "failure")).isZero();
      });
    }
  }

  @Test
  void gossip_publishedForwardedReceivedDelivered() {
    try (Nodes nodes = Nodes.start("alice", "bob", "carol")) {
      nodes.awaitMet();
      for (int i = 0; i < 10; i++) {
        nodes.get(i % 3).gossip("news", i);
      }
      Waits.until("the news", () -> nodes.sum(node -> node.heard("news")) == 20);
      Waits.untilHolds("gossip", () -> {
        Scrape scrape = agent.scrape();
        assertThat(gossip(scrape, "publish", "topic", "news")).isEqualTo(10);
        assertThat(gossip(scrape, "deliver", "topic", "news")).isEqualTo(20);
        assertThat(gossip(scrape, "receive", "topic", "news", "status", "ok")).isEqualTo(20);
        assertThat(gossip(scrape, "forward"))
            .isEqualTo((double) nodes.sum(node -> node.codec().sent("sc/gossip/req")));
        assertThat(gossip(scrape, "receive"))
            .isEqualTo((double) nodes.sum(node -> node.codec().received("sc/gossip/req")));
        assertThat(gossip(scrape, "receive", "topic", "news"))
            .as("once by each that did not publish it, and again")
            .isEqualTo((double) nodes.sum(node -> node.codec().gossips("news")))
            .isGreaterThan(20);
        assertThat(gossip(scrape, "receive", "topic", "news", "status", "duplicate"))
            .isEqualTo(gossip(scrape, "receive", "topic", "news") - 20);
      });
    }
  }

  private static long gone(Nodes nodes) {
    return nodes.get(0).events("REMOVED") + nodes.get(1).events("REMOVED");
  }

  private static double discovered(Scrape scrape, String source) {
    return scrape.sum("peers_discovered_total", "source", source);
  }

  private static double event(Scrape scrape, String name) {
    return scrape.sum("protocol_events_total", "protocol", "scalecube", "event", name);
  }

  private static double gossip(Scrape scrape, String action, String... labels) {
    List<String> all = new ArrayList<>(List.of(labels));
    all.addAll(List.of("action", action));
    return scrape.sum("gossip_messages_total", all.toArray(String[]::new));
  }

  private static String at(Nodes nodes, String address) {
    for (Node node : nodes) {
      if (node.address().toString().equals(address)) {
        return node.id();
      }
    }
    return "nobody";
  }

  private static Map<String, Long> messages(
      Nodes nodes, Function<CountingCodec, Map<String, Count>> counts) {
    Map<String, Long> sum = new HashMap<>();
    for (Node node : nodes) {
      counts
          .apply(node.codec())
          .forEach((type, count) -> sum.merge(type, count.messages.get(), Long::sum));
    }
    return sum;
  }

  private static long bytes(Nodes nodes, Function<CountingCodec, Map<String, Count>> counts) {
    return nodes.sum(node -> counts.apply(node.codec()).values().stream()
        .mapToLong(count -> count.bytes.get())
        .sum());
  }

  private static long total(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static Map<String, Long> byType(Scrape scrape, String family, Map<String, Long> types) {
    Map<String, Long> sums = new HashMap<>();
    for (String type : types.keySet()) {
      sums.put(type, (long) scrape.sum(family, "type", type));
    }
    return sums;
  }
}
