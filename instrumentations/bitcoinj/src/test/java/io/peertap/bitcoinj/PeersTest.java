package io.peertap.bitcoinj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.record.ConnectionView;
import io.peertap.test.InProcessAgent;
import io.peertap.test.Scrape;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.bitcoinj.core.Peer;
import org.bitcoinj.core.PeerGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A peer group and nodes that count for themselves. */
class PeersTest {

  private final PeerGroup group = Groups.quiet();
  private boolean stopped;

  @AfterEach
  void stop() {
    if (!stopped) {
      group.stop();
    }
  }

  @Test
  void oneNode_everythingCountsAsTheNodeCounts() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("peers.label=full,peers.families=all");
        Node node = new Node(true)) {
      group.setPingIntervalMsec(50);
      connect(node);
      await().until(() -> node.sent().getOrDefault("pong", 0L) >= 5);
      group.setPingIntervalMsec(0);
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("sent_bytes_total", "protocol", "bitcoin"))
            .isEqualTo((double) node.bytesIn());
        assertThat(scrape.sum("received_bytes_total", "protocol", "bitcoin"))
            .isEqualTo((double) node.bytesOut());
        commands(scrape, "messages_sent_total", node.received());
        commands(scrape, "messages_received_total", node.sent());
        assertThat(scrape.observed("message_size_bytes", "direction", "outbound"))
            .isEqualTo((double) node.bytesIn());
        assertThat(scrape.observed("message_size_bytes", "direction", "inbound"))
            .isEqualTo((double) node.bytesOut());
        assertThat(scrape.sum("pings_total", "outcome", "success"))
            .isEqualTo((double) node.sent().get("pong"));
        assertThat(scrape.sum("peer_messages_sent_total", "peer", node.name(), "type", "ping"))
            .isEqualTo((double) node.received().get("ping"));
      });
      Scrape live = agent.scrape();
      assertThat(live.sum("connections_opened_total", "direction", "outbound")).isEqualTo(1);
      assertThat(live.sum("handshake_duration_seconds", "outcome", "success")).isEqualTo(1);
      ConnectionView connection = agent.connections().get(0);
      assertThat(connection.peer()).isEqualTo(node.name());
      assertThat(connection.agentVersion()).isEqualTo(Node.AGENT);
      assertThat(connection.protocolVersion()).isEqualTo(Integer.toString(Node.VERSION));
      leave();
      agent.awaitEmpty();
      Scrape end = agent.scrape();
      assertThat(end.sum("connections_closed_total", "reason", "local")).isEqualTo(1);
      assertThat(end.sum("connections_closed_total")).isEqualTo(1);
      assertThat(end.sum("connection_errors_total")).isZero();
      assertThat(end.sum("sent_bytes_total")).isEqualTo((double) node.bytesIn());
      assertThat(end.sum("received_bytes_total")).isEqualTo((double) node.bytesOut());
    }
  }

  @Test
  void nobodyListens_theDialIsRefused() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("")) {
      InetSocketAddress nobody;
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        nobody = new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort());
      }
      dial(nobody);
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("connection_attempts_total", "outcome", "failure"))
            .isEqualTo(1);
        assertThat(scrape.sum("connection_errors_total", "phase", "connect", "reason", "refused"))
            .isEqualTo(1);
      });
      leave();
      assertThat(agent.scrape().sum("connections_opened_total")).isZero();
    }
  }

  @Test
  @SuppressWarnings("deprecation") // What both releases have.
  void silentNode_timesOutInTheHandshake() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        Node node = new Node(false)) {
      group.setConnectTimeoutMillis(300);
      dial(node.address());
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("connection_attempts_total", "outcome", "timeout"))
            .isEqualTo(1);
        assertThat(scrape.sum("connection_errors_total", "phase", "negotiate", "reason", "timeout"))
            .isEqualTo(1);
      });
      leave();
      assertThat(agent.scrape().sum("connections_opened_total")).isZero();
    }
  }

  @Test
  void nodeThatHangsUp_isTheRemoteSide() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        Node node = new Node(true)) {
      connect(node);
      node.hangUp();
      await()
          .untilAsserted(
              () -> assertThat(agent.scrape().sum("connections_closed_total", "reason", "remote"))
                  .isEqualTo(1));
      leave();
    }
  }

  @Test
  void nodeThatBreaksTheProtocol_isAReadError() throws Exception {
    try (InProcessAgent agent = InProcessAgent.start("");
        Node node = new Node(true)) {
      connect(node);
      node.lie();
      await().untilAsserted(() -> {
        Scrape scrape = agent.scrape();
        assertThat(scrape.sum("connection_errors_total", "phase", "read")).isEqualTo(1);
        assertThat(scrape.sum("connections_closed_total")).isEqualTo(1);
      });
      leave();
    }
  }

  private void connect(Node node) {
    dial(node.address());
    await().until(() -> group.numConnectedPeers() == 1);
  }

  /** The group tries again after a second. */
  private void dial(InetSocketAddress address) {
    group.start();
    Peer unused = group.connectTo(address);
  }

  private void leave() {
    group.stop();
    stopped = true;
  }

  private static void commands(Scrape scrape, String family, Map<String, Long> truth) {
    truth.forEach(
        (command, count) -> assertThat(scrape.sum(family, "protocol", "bitcoin", "type", command))
            .as(command)
            .isEqualTo((double) count));
    assertThat(scrape.sum(family))
        .isEqualTo((double) truth.values().stream().mapToLong(Long::longValue).sum());
  }
}
