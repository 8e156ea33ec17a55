package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;

import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that are not let in, and connections that are ended for a reason. */
class TronRefusalTest extends NodesUnderAgent {

  private static double attempts(Scrape scrape, String direction, String outcome) {
    return scrape.sum("connection_attempts_total", "direction", direction, "outcome", outcome);
  }

  /** What the node that dialled and the one that refused tell of one refused dial. */
  private void assertRefused(String why, String reason) {
    Scrape now = scrape();
    assertThat(events("refused_" + why)).isEqualTo(1);
    assertThat(events("refused_by_peer_" + why)).isEqualTo(1);
    assertThat(attempts(now, "outbound", "failure")).isEqualTo(1);
    assertThat(now.sum(
            "connection_errors_total",
            "phase",
            "negotiate",
            "direction",
            "outbound",
            "reason",
            reason))
        .isEqualTo(1);
    assertThat(now.sum("handshake_duration_seconds", "direction", "outbound", "outcome", "failure"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void tooManyPeers_areRejected(String version) {
    TronNode full = node(version, Map.of("maxConnections", 1));
    TronNode first = node(version);
    TronNode second = node(version);
    connect(first, full);
    second.dial(full.port());
    awaitOpen(2);

    assertRefused("too_many_peers", "refused");
    Scrape now = scrape();
    assertThat(attempts(now, "inbound", "cancelled")).isEqualTo(1);
    assertThat(now.sum("peers_failed_total", "reason", "rejected")).isEqualTo(1);
    assertThat(now.sum("connections_opened_total")).isEqualTo(2);
    assertThat(now.sum("peer_connection_attempts_total", "peer", full.id())).isEqualTo(2);
    assertThat(full.peers()).containsOnlyKeys(first.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void hostOfAPeerThatLeft_isBanned(String version) {
    TronNode a = node(version);
    TronNode leaving = node(version);
    connect(leaving, a);
    close(leaving);
    awaitOpen(0);
    assertThat(events("disconnected_peer_quiting")).isEqualTo(1);
    assertThat(events("disconnected_by_peer_peer_quiting")).isEqualTo(1);
    for (String reason : List.of("local", "remote")) {
      assertThat(scrape().sum("connections_closed_total", "reason", reason)).isEqualTo(1);
    }
    node(version).dial(a.port());
    awaitOpen(0);

    assertRefused("time_banned", "refused");
    assertThat(scrape().sum("peers_failed_total", "reason", "banned")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void peerOfAnotherNetwork_breaksTheProtocol(String version) {
    TronNode a = node(version);
    TronNode other = node(version, Map.of("networkId", 2));
    other.dial(a.port());
    awaitOpen(0);

    assertRefused("different_version", "protocol");
    Scrape now = scrape();
    assertThat(attempts(now, "inbound", "failure")).isEqualTo(1);
    assertThat(now.sum("peers_failed_total", "reason", "rejected")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void secondConnectionToAPeer_isADuplicateOnBothEnds(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    b.dial(a.port());
    awaitOpen(2);

    assertThat(events("refused_duplicate_peer")).isEqualTo(2);
    assertThat(events("refused_by_peer_duplicate_peer")).isEqualTo(1);
    assertThat(scrape().sum("peers_failed_total", "reason", "rejected")).isEqualTo(2);
    assertThat(scrape().sum("connections_opened_total")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void banByTheApplication_isCounted_andTheOneAtEachCloseIsNot(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    a.ban(b.id(), 3_600_000);
    awaitOpen(0);

    assertThat(events("banned")).isEqualTo(1);
    assertThat(scrape().sum("peers_failed_total", "reason", "banned")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void statusInPlaceOfAHello_isAConnection(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    b.askStatus(a.port());
    awaitOpen(0);

    Scrape now = scrape();
    assertThat(now.sum("messages_sent_total", "type", "STATUS")).isEqualTo(2);
    assertThat(now.sum("messages_received_total", "type", "STATUS")).isEqualTo(2);
    assertThat(now.sum("connections_opened_total")).isEqualTo(2);
    assertThat(now.sum("connections_closed_total")).isEqualTo(2);
    assertThat(now.sum("connection_errors_total")).isZero();
    assertThat(now.sum("peers_failed_total")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void brokenMessage_failsAndBreaksTheProtocol(String version) {
    TronNode a = node(version);
    TronNode b = node(version);
    connect(b, a);
    b.send(a.id(), 0x70, 10); // Nobody has registered for this type.
    awaitOpen(0);

    Scrape now = scrape();
    assertThat(now.sum("messages_received_total", "type", "0x70")).isEqualTo(1);
    assertThat(now.sum("messages_failed_total", "reason", "decode")).isEqualTo(1);
    assertThat(now.sum("connections_closed_total", "reason", "protocol")).isEqualTo(1);
    assertThat(events("disconnected_no_such_message")).isEqualTo(1);
    assertThat(events("disconnected_by_peer_no_such_message")).isEqualTo(1);
  }
}
