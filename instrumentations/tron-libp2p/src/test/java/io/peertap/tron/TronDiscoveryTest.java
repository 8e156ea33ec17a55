package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes that find each other by Kademlia, and trees of nodes in DNS. */
class TronDiscoveryTest extends NodesUnderAgent {

  /** Whoever is not being talked to is known from tables alone. */
  @Override
  String options() {
    return ",peers.grace=0s";
  }

  private TronNode discovering(String version, TronNode... seeds) {
    return node(version, settings(seeds));
  }

  private static Map<String, Object> settings(TronNode... seeds) {
    List<String> addresses = new ArrayList<>();
    for (TronNode seed : seeds) {
      addresses.add("127.0.0.1:" + seed.port());
    }
    return Map.of("discoverEnable", true, "seedNodes", addresses);
  }

  private static double rounds(Scrape scrape, String source, String outcome) {
    return scrape.sum("discovery_duration_seconds", "source", source, "outcome", outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void nodes_findEachOtherThroughASeed(String version) {
    TronNode seed = discovering(version);
    TronNode b = discovering(version, seed);
    await().until(() -> b.table().contains(seed.id()) && seed.table().contains(b.id()));
    TronNode c = discovering(version, seed);
    await().until(() -> c.table().contains(seed.id()));
    c.discoverOnlyWhenAsked();
    c.discover();
    await().until(() -> c.known().contains(b.id()) && b.known().contains(c.id()));

    await().untilAsserted(() -> {
      Scrape now = scrape();
      assertThat(now.sum("messages_sent_total", "protocol", "tron"))
          .isEqualTo(statistics("udpOutPackets"))
          .isEqualTo(statistics("udpInPackets"))
          .isEqualTo(now.sum("messages_received_total", "protocol", "tron"));
      assertThat(now.sum("received_bytes_total", "transport", "udp"))
          .isEqualTo(statistics("udpInSize"));
      assertThat(now.observed("message_size_bytes", "direction", "outbound"))
          .isEqualTo(now.observed("message_size_bytes", "direction", "inbound"));
      assertThat(now.sum("peers_discovered_total", "source", "static"))
          .as("the seed")
          .isEqualTo(1);
      Set<String> found = new TreeSet<>(Set.of(b.id(), c.id())); // They came to the seed.
      for (TronNode node : List.of(seed, b, c)) {
        found.addAll(node.told());
      }
      assertThat(now.sum("peers_discovered_total", "source", "dht")).isEqualTo(found.size());
      assertThat(now.sum("peers_known"))
          .as("in their tables, which hold more than are being talked to")
          .isEqualTo(seed.known().size() + b.known().size() + c.known().size());
      assertThat(now.sum("pings_total", "outcome", "success"))
          .isEqualTo(now.sum("messages_received_total", "type", "KAD_PONG"))
          .isEqualTo(now.sum("rtt_seconds", "source", "ping"));
    });
    seed.discoverOnlyWhenAsked();
    b.discoverOnlyWhenAsked();
    double answered = rounds(scrape(), "dht", "success");
    c.discover();
    assertThat(rounds(scrape(), "dht", "success"))
        .as("rounds that somebody answered")
        .isEqualTo(answered + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void roundThatAsksNobody_orThatNobodyAnswers_fails(String version) {
    TronNode lonely = discovering(version);
    await().untilAsserted(() -> assertThat(rounds(scrape(), "dht", "failure")).isEqualTo(1));
    TronNode leaving = discovering(version, lonely);
    await()
        .until(
            () -> lonely.table().contains(leaving.id()) && leaving.table().contains(lonely.id()));
    close(leaving);
    lonely.discoverOnlyWhenAsked();
    double failures = scrape().sum("discovery_failures_total", "source", "dht");
    double timeouts = rounds(scrape(), "dht", "timeout");
    lonely.discover();

    Scrape now = scrape();
    assertThat(rounds(now, "dht", "timeout")).isEqualTo(timeouts + 1);
    assertThat(now.sum("discovery_failures_total", "source", "dht")).isEqualTo(failures + 1);
    assertThat(now.sum("discovery_failures_total", "source", "dht", "reason", "timeout"))
        .isEqualTo(timeouts + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void seedThatIsNotThere_isPingedInVain(String version) {
    TronNode gone = discovering(version);
    close(gone);
    TronNode impatient = NodeLoader.node(version);
    impatient.waitForPongs(100);
    start(impatient, settings(gone));

    await() // The library pings, and three times more.
        .untilAsserted(
            () -> assertThat(scrape().sum("pings_total", "outcome", "timeout")).isEqualTo(4));
    assertThat(scrape().sum("messages_sent_total", "type", "KAD_PING")).isEqualTo(4);
    assertThat(scrape().sum("peers_discovered_total")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {NodeLoader.OLDEST, NodeLoader.NEWEST})
  void treesInDns_areRounds(String version) throws Exception {
    TronNode node = node(version);
    node.syncTree(List.of("127.0.0.3:18888", "127.0.0.4:18888", "127.0.0.5:18888"));
    assertThatThrownBy(node::syncForgedTree).isInstanceOf(Exception.class);
    assertThatThrownBy(node::syncMissingTree).hasMessageContaining("look up root failed");

    Scrape now = scrape();
    assertThat(now.sum("peers_discovered_total", "source", "dns")).isEqualTo(3);
    assertThat(rounds(now, "dns", "success")).isEqualTo(1);
    assertThat(rounds(now, "dns", "failure")).isEqualTo(2);
    assertThat(now.sum("discovery_failures_total", "source", "dns", "reason", "dns"))
        .isEqualTo(1);
    assertThat(now.sum("discovery_failures_total", "source", "dns", "reason", "protocol"))
        .isEqualTo(1);
  }
}
