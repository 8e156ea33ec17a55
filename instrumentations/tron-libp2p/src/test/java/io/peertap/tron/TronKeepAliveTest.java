package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pings on silent connections, answered, ignored and cut off. */
class TronKeepAliveTest extends NodesUnderAgent {

  private void awaitPings(String outcome) {
    await()
        .untilAsserted(
            () -> assertThat(scrape().sum("pings_total", "outcome", outcome)).isEqualTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void silentPeer_isPingedAndAnswers(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    long began = System.nanoTime();
    b.silence(a.id());
    awaitPings("success");
    double lasted = (System.nanoTime() - began) / 1e9;

    Scrape now = scrape();
    assertThat(now.sum("pings_total")).isEqualTo(1);
    assertThat(now.sum("rtt_seconds", "source", "ping")).isEqualTo(1);
    assertThat(now.observed("rtt_seconds", "source", "ping")).isBetween(0.0, lasted);
    assertThat(now.sum("peer_rtt_seconds", "peer", a.id())).isEqualTo(1);
    assertThat(now.sum("peer_heartbeats_total", "peer", a.id(), "direction", "outbound"))
        .isEqualTo(1);
    assertThat(now.sum("peer_heartbeats_total", "peer", b.id(), "direction", "inbound"))
        .isEqualTo(1);
    assertThat(now.sum("heartbeats_total")).isEqualTo(2);
    for (String type : new String[] {"KEEP_ALIVE_PING", "KEEP_ALIVE_PONG"}) {
      assertThat(now.sum("messages_sent_total", "type", type)).isEqualTo(1);
      assertThat(now.sum("messages_received_total", "type", type)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void peerThatDoesNotAnswer_isGivenUp(String version) throws Exception {
    TronNode node = node(version);
    try (Mute mute = new Mute(node)) {
      pinged(node, mute.id());
      node.agePing(mute.id());
      awaitOpen(0);
      assertGivenUp(scrape(), mute.id());
    }
  }

  private void assertGivenUp(Scrape now, String peer) {
    assertThat(now.sum("pings_total", "outcome", "timeout")).isEqualTo(1);
    assertThat(now.sum("pings_total")).isEqualTo(1);
    assertThat(now.sum("rtt_seconds", "source", "ping")).isZero();
    assertThat(now.sum("peer_failure_detections_total", "peer", peer, "reason", "timeout"))
        .isEqualTo(1);
    assertThat(now.sum("connections_closed_total", "reason", "timeout")).isEqualTo(1);
    assertThat(events("disconnected_ping_timeout")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void peerThatLeavesUnderAPing_failsIt(String version) throws Exception {
    TronNode node = node(version);
    try (Mute mute = new Mute(node)) {
      pinged(node, mute.id());
    }
    awaitPings("failure");

    assertThat(scrape().sum("pings_total")).isEqualTo(1);
    assertThat(scrape().sum("failure_detections_total")).isZero();
  }

  private static void pinged(TronNode node, String peer) {
    await().until(() -> node.peers().containsKey(peer));
    node.silence(peer);
    await().until(() -> node.awaitsPong(peer));
  }
}
