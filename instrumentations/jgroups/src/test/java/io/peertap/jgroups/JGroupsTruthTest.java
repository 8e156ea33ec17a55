package io.peertap.jgroups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.record.ConnectionView;
import io.peertap.test.FreePorts;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.protocols.FailureDetection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two members of one cluster over its own sockets, with everything that passes counted outside. */
class JGroupsTruthTest {

  @ParameterizedTest
  @MethodSource("io.peertap.jgroups.Stacks#connected")
  void cluster_countsWhatPassed(String transport) throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full,tick=1s");
        Proxy toAlpha = new Proxy(FreePorts.next());
        Proxy toBeta = new Proxy(FreePorts.next())) {
      long received = live(agent, transport, toAlpha, toBeta);
      agent.awaitCollected(); // Nobody closes what is accepted while a selector stops.
      Scrape end = agent.scrape();
      assertThat(sum(end, "connections")).isZero();
      assertThat(sum(end, "connections_closed_total"))
          .isEqualTo(sum(end, "connections_opened_total"));
      // Whoever leaves last may dial the other once more, and give up; or the other is gone: its
      // proxy answers for it, or the system before it knows that nobody accepts any more.
      assertThat(toAlpha.dials() + toBeta.dials())
          .isBetween(
              sum(end, "connections_opened_total", "direction", "outbound"),
              sum(end, "connection_attempts_total", "direction", "outbound"));
      assertThat(sum(end, "connections_opened_total", "direction", "inbound"))
          .isBetween(1L, toAlpha.connections() + toBeta.connections());
      assertThat(sum(end, "connection_errors_total"))
          .isEqualTo(sum(end, "connection_attempts_total", "outcome", "failure"));
      await()
          .untilAsserted(() -> assertThat(sum(end, "sent_bytes_total"))
              .isEqualTo(toAlpha.bytes() + toBeta.bytes() + toAlpha.lost() + toBeta.lost()));
      // Whoever closes does not read what still comes, and nobody can tell how much that was.
      assertThat(sum(end, "received_bytes_total"))
          .isBetween(received, toAlpha.bytes() + toBeta.bytes());
      assertThat(sum(end, "failure_detections_total")).isZero();
      assertThat(sum(end, "agent_errors_total")).isZero();
    }
  }

  /** From the first dial until both have left; answers the bytes that were received meanwhile. */
  private static long live(InProcessAgent agent, String transport, Proxy toAlpha, Proxy toBeta)
      throws Exception {
    AtomicLong received = new AtomicLong();
    try (Member alpha = new Member("alpha", Stacks.behind(transport, toAlpha, toAlpha.port()));
        Member beta = new Member("beta", Stacks.behind(transport, toBeta, toAlpha.port()))) {
      alpha.join();
      beta.join();
      await().until(() -> alpha.size() == 2 && beta.size() == 2);
      for (int i = 0; i < 20; i++) {
        alpha.tell(beta, 100 * i);
        beta.tell(alpha, 10_000);
        alpha.tellAll(1000);
      }
      beta.tellAll(150_000); // In fragments.
      await().until(() -> beta.toMe() == 20 && beta.toAll() == 20);
      await().until(() -> alpha.toMe() == 20 && alpha.toAll() == 1);

      await().untilAsserted(() -> {
        Scrape live = agent.scrape(); // While beats and looks for others go on.
        assertThat(sum(live, "sent_bytes_total")).isEqualTo(toAlpha.bytes() + toBeta.bytes());
        received.set(sum(live, "received_bytes_total"));
        assertThat(received).hasValue(toAlpha.bytes() + toBeta.bytes());
        assertThat(messages(live, "sent", alpha, beta))
            .isEqualTo(truth(alpha.protocol(Counted.class).sent(), beta, true));
        assertThat(messages(live, "received", alpha, beta))
            .isEqualTo(truth(alpha.protocol(Counted.class).received(), beta, false));
        assertThat(observed(live, "message_size_bytes", "direction", "inbound"))
            .isEqualTo(alpha.protocol(Counted.class).receivedBytes()
                + beta.protocol(Counted.class).receivedBytes());
        assertThat(sum(live, "sent_bytes_total", "protocol", "jgroups", "transport", "tcp"))
            .isEqualTo(toAlpha.bytes() + toBeta.bytes());
        long accepted = toAlpha.connections() + toBeta.connections();
        for (String direction : Set.of("inbound", "outbound")) {
          assertThat(sum(live, "connections_opened_total", "direction", direction))
              .as(direction)
              .isEqualTo(accepted);
        }
        assertThat(names(agent)).containsExactlyInAnyOrder("alpha", "beta");
        assertThat(sum(live, "peers_connected")).isEqualTo(2);
        assertThat(
                sum(live, "protocol_events_total", "protocol", "jgroups", "event", "view_change"))
            .isEqualTo(alpha.views() + beta.views());
        assertThat(sum(live, "peers_discovered_total", "source", "static")).isEqualTo(2);
        assertThat(
                sum(live, "discovery_duration_seconds", "source", "static", "outcome", "success"))
            .isEqualTo(alpha.protocol(Asked.class).rounds()
                + beta.protocol(Asked.class).rounds());
        assertThat(sum(live, "heartbeats_total", "direction", "outbound"))
            .isEqualTo(beats(alpha, beta, true));
        assertThat(sum(live, "heartbeats_total", "direction", "inbound"))
            .isEqualTo(beats(alpha, beta, false));
        assertThat(sum(live, "gossip_messages_total", "action", "publish", "topic", "test"))
            .isEqualTo(21);
        assertThat(sum(live, "gossip_messages_total", "action", "deliver", "topic", "test"))
            .isEqualTo(21);
      });
    }
    return received.get();
  }

  private static long sum(Scrape scrape, String family, String... labels) {
    return (long) scrape.sum(family, labels);
  }

  private static long observed(Scrape scrape, String family, String... labels) {
    return (long) scrape.observed(family, labels);
  }

  private static Set<String> names(InProcessAgent agent) {
    Set<String> names = new TreeSet<>();
    for (ConnectionView connection : agent.connections()) {
      names.add(connection.peer());
    }
    return names;
  }

  /** Messages by type as the agent counted them. */
  private static Map<String, Long> messages(Scrape scrape, String what, Member alpha, Member beta) {
    Map<String, Long> counts = new TreeMap<>();
    Set<String> types = new TreeSet<>();
    for (Member member : new Member[] {alpha, beta}) {
      types.addAll(member.protocol(Counted.class).sent().keySet());
      types.addAll(member.protocol(Counted.class).received().keySet());
    }
    for (String type : types) {
      long count = sum(scrape, "messages_" + what + "_total", "protocol", "jgroups", "type", type);
      if (count > 0) {
        counts.put(type, count);
      }
    }
    assertThat(sum(scrape, "messages_" + what + "_total"))
        .isEqualTo(counts.values().stream().mapToLong(Long::longValue).sum());
    return counts;
  }

  private static Map<String, Long> truth(Map<String, AtomicLong> alpha, Member beta, boolean sent) {
    Counted counted = beta.protocol(Counted.class);
    Map<String, Long> sum = new HashMap<>();
    alpha.forEach((type, count) -> sum.merge(type, count.get(), Long::sum));
    (sent ? counted.sent() : counted.received())
        .forEach((type, count) -> sum.merge(type, count.get(), Long::sum));
    return new TreeMap<>(sum);
  }

  private static long beats(Member alpha, Member beta, boolean sent) {
    long beats = 0;
    for (Member member : new Member[] {alpha, beta}) {
      FailureDetection detection = member.protocol(FailureDetection.class);
      beats += sent ? detection.getHeartbeatsSent() : detection.getHeartbeatsReceived();
    }
    return beats;
  }
}
