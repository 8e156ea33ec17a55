package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.test.Scrape;
import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.TronNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library's module without Netty's: nobody knows of connections, all else counts. */
class TronAloneTest extends NodesUnderAgent {

  @Override
  String options() {
    return ",netty.enabled=false";
  }

  @Test
  void messagesAndDiscovery_countWithoutConnections() {
    TronNode a = node(NodeLoader.NEWEST, Map.of("discoverEnable", true));
    Map<String, Object> settings =
        Map.of("discoverEnable", true, "seedNodes", List.of("127.0.0.1:" + a.port()));
    TronNode b = node(NodeLoader.NEWEST, settings);
    TronNode c = node(NodeLoader.NEWEST, settings);
    await().until(() -> a.known().size() == 2 && c.table().contains(a.id()));
    c.discoverOnlyWhenAsked();
    c.discover();
    await().until(() -> b.known().size() == 2 && c.known().size() == 2);
    connect(b, a);

    Scrape now = scrape();
    assertThat(now.sum("messages_sent_total", "type", "HANDSHAKE_HELLO")).isEqualTo(2);
    assertThat(now.sum("peers_known")).as("entries in three tables").isEqualTo(6);
    assertThat(now.sum("connections")).isZero();
  }
}
