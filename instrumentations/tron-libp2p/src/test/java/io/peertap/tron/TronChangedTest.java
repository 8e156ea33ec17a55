package io.peertap.tron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.peertap.tron.node.NodeLoader;
import io.peertap.tron.node.Renaming;
import io.peertap.tron.node.TronNode;
import io.peertap.weaver.HookState;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A version of the library in which a hooked method has another name. */
class TronChangedTest extends NodesUnderAgent {

  private static final Renaming CHANGED =
      new Renaming("org.tron.p2p.discover.protocol.kad.NodeHandler", "sendMessage", "transmit");

  private TronNode changed(List<String> seeds) {
    Map<String, Object> settings = Map.of("discoverEnable", true, "seedNodes", seeds);
    return start(NodeLoader.node(NodeLoader.NEWEST, CHANGED), settings);
  }

  @Test
  void onlyItsHookIsSkipped_andTheReasonIsTold() {
    TronNode a = changed(List.of());
    TronNode b = changed(List.of("127.0.0.1:" + a.port()));
    await().until(() -> a.table().contains(b.id()) && b.table().contains(a.id()));
    connect(b, a);

    for (HookState hook : agent().hooks()) {
      if (hook.id().equals("NodeHandler#sendMessage/1")) {
        assertThat(hook.state()).isEqualTo(HookState.State.SKIPPED);
        assertThat(hook.reason()).contains("sendMessage");
      } else {
        assertThat(hook.state()).as(hook.id()).isNotEqualTo(HookState.State.SKIPPED);
      }
    }
    assertThat(scrape().sum("messages_received_total", "type", "KAD_PONG")).isPositive();
    assertThat(scrape().sum("messages_sent_total", "type", "KAD_PONG")).isZero();
    assertThat(scrape().sum("messages_sent_total", "type", "HANDSHAKE_HELLO")).isEqualTo(2);
  }
}
