package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nodes counted themselves, against what the agent counted. */
class TronTruthTest extends NodesUnderAgent {

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void messages_countWithTheirPeerOnBothEnds(String version) {
    long began = System.nanoTime();
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    for (int i = 0; i < 10; i++) {
      b.send(a.id(), 1, 100 + i);
    }
    for (int i = 0; i < 3; i++) {
      a.send(b.id(), 2, 70_000);
    }
    await().untilAsserted(() -> {
      assertThat(a.received(b.id())).hasSize(10);
      assertThat(b.received(a.id())).hasSize(3);
    });
    double lasted = (System.nanoTime() - began) / 1e9;

    Scrape now = scrape();
    for (String way : List.of("sent", "received")) {
      String messages = "messages_" + way + "_total";
      assertThat(now.sum(messages, "protocol", "tron", "type", "0x01")).isEqualTo(10);
      assertThat(now.sum(messages, "protocol", "tron", "type", "0x02")).isEqualTo(3);
      assertThat(now.sum(messages, "type", "HANDSHAKE_HELLO")).isEqualTo(2);
      assertThat(now.sum(messages)).isEqualTo(statistics("tcpOutPackets"));
    }
    assertThat(now.sum("peer_messages_sent_total", "peer", a.id(), "type", "0x01"))
        .isEqualTo(10);
    assertThat(now.sum("peer_messages_received_total", "peer", b.id(), "type", "0x01"))
        .isEqualTo(10);
    assertThat(now.sum("peer_messages_received_total", "peer", a.id(), "type", "0x02"))
        .isEqualTo(3);
    assertThat(now.observed("message_size_bytes", "type", "0x01")).isEqualTo(2 * 1045);
    assertThat(now.observed("message_size_bytes", "type", "0x02")).isEqualTo(2 * 210_000);

    assertThat(now.sum("received_bytes_total", "protocol", "tron"))
        .isEqualTo(now.sum("received_bytes_total"))
        .isEqualTo(statistics("tcpInSize"));
    assertThat(now.sum("sent_bytes_total", "protocol", "tron"))
        .isEqualTo(now.sum("sent_bytes_total"))
        .isEqualTo(statistics("tcpOutSize"));
    for (String direction : List.of("inbound", "outbound")) {
      assertThat(now.sum("connections", "state", "connected", "direction", direction))
          .isEqualTo(1);
      assertThat(now.sum("handshake_duration_seconds", "direction", direction)).isEqualTo(1);
      assertThat(now.observed("handshake_duration_seconds", "direction", direction))
          .isBetween(0.0, lasted);
    }
    assertThat(agent().connections())
        .extracting(each -> each.peer() + each.direction())
        .containsExactlyInAnyOrder(a.id() + "outbound", b.id() + "inbound");
    assertThat(now.sum("protocol_peers", "protocol", "tron", "version", "1")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void messagesThatCannotBeWritten_fail(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    b.send(a.id(), 1, 100);
    await().untilAsserted(() -> assertThat(a.received(b.id())).hasSize(1));
    b.failWrites(a.id());
    for (int i = 0; i < 5; i++) {
      b.send(a.id(), 1, 100);
    }
    await().untilAsserted(() -> {
      Scrape now = scrape();
      assertThat(b.failedWrites()).isEqualTo(5);
      assertThat(now.sum("messages_failed_total", "type", "0x01", "reason", "write"))
          .isEqualTo(now.sum("messages_failed_total"))
          .isEqualTo(5);
    });
    assertThat(a.received(b.id())).hasSize(1);
  }
}
